import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyEdits, type Edit, withoutOverlap } from '../../server/src/text/edit.ts'

const edit = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text })

describe('edits', () => {
  it('replace, delete and insert, in any order', () => {
    const edits = [edit(4, 5, ''), edit(0, 1, '乙'), edit(2, 2, '（一）')]
    assert.equal(applyEdits('甲、加强领导', edits), '乙、（一）加强导')
  })

  it('that overlap an earlier one are dropped', () => {
    assert.deepEqual(withoutOverlap([edit(2, 4, 'x'), edit(0, 3, 'y')]), [edit(0, 3, 'y')])
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
})
