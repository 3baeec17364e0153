import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyEdits, type Edit, smallestEdit, withoutOverlap } from '../../server/src/text/edit.ts'

const edit = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text })

describe('edits', () => {
  it('replace, delete and insert, in any order', () => {
    const edits = [edit(4, 5, ''), edit(0, 1, '乙'), edit(2, 2, '（一）')]
    assert.equal(applyEdits('甲、加强领导', edits), '乙、（一）加强导')
  })

  it('that overlap one that starts before them are dropped, whichever is named first', () => {
    assert.deepEqual(withoutOverlap([edit(2, 4, 'x'), edit(0, 3, 'y')]), [edit(0, 3, 'y')])
    assert.deepEqual(withoutOverlap([edit(0, 4, 'x'), edit(0, 3, 'y')]), [edit(0, 3, 'y')])
  })

  it('of two at the same place only the first is applied', () => {
    assert.equal(applyEdits('ab', [edit(1, 1, '，'), edit(1, 1, '。')]), 'a，b')
  })

  it('never touch text outside their spans', () => {
    const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 6 })
    fc.assert(
      fc.property(fc.string({ minLength: 30, maxLength: 30 }), spans, (text, pairs) => {
        const edits = pairs.map(([a, b]) => edit(Math.min(a, b), Math.max(a, b), ''))
        const deleted = new Set<number>()
        for (const { span } of withoutOverlap(edits)) for (let i = span.start; i < span.end; i++) deleted.add(i)
        const rest = [...text.split('').keys()].filter((i) => !deleted.has(i)).map((i) => text[i])
        assert.equal(applyEdits(text, edits), rest.join(''))
      }),
    )
  })

  it('between two texts make the one of the other', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '\n'), maxLength: 12 })
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        assert.equal(applyEdits(before, [smallestEdit(before, after)]), after)
      }),
    )
  })

  it('between two texts leave out what both begin and end with', () => {
    assert.deepEqual(smallestEdit('加强,领导', '加强，领导'), edit(2, 3, '，'))
    assert.deepEqual(smallestEdit('甲甲', '甲甲甲'), edit(2, 2, '甲'))
  })
})
