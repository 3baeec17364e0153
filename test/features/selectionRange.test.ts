import assert from 'node:assert/strict'
import fc from 'fast-check'
import { selectionRange } from '../../server/src/features/selectionRange.ts'
import { contains } from '../../server/src/text/span.ts'
import { lines, marked } from './marked.ts'

describe('selection range', () => {
  it('grows from the clause to the whole text', () => {
    const { document, text, cursor } = marked(
      lines('# 通知', '', '一、要求', '', '各校要按《供‸暖办法》落实，并上报。请核实。', '', '二、其他'),
    )
    const found = selectionRange(document, cursor).map(({ start, end }) => text.slice(start, end))
    assert.deepEqual(found.slice(0, 5), [
      '供暖办法',
      '《供暖办法》',
      '各校要按《供暖办法》落实',
      '各校要按《供暖办法》落实，并上报',
      '各校要按《供暖办法》落实，并上报。请核实。',
    ])
    assert.equal(found[5], '一、要求\n\n各校要按《供暖办法》落实，并上报。请核实。')
    assert.equal(found.at(-1), text)
  })

  it('is nothing in an empty text', () => {
    assert.deepEqual(selectionRange(marked('‸').document, 0), [])
  })

  it('is a growing chain around any place of any text', () => {
    const piece = fc.constantFrom(
      '甲',
      '，',
      '。',
      '《',
      '》',
      '（',
      '）',
      '\n',
      '一、',
      '# ',
      '---\n',
      '| 甲 |\n|---|\n',
    )
    const law = fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(20), (pieces, at) => {
      const text = pieces.join('')
      const offset = Math.min(at, text.length)
      const spans = selectionRange(marked(text).document, offset)
      for (const [index, span] of spans.entries()) {
        assert.ok(contains(span, spans[index - 1] ?? { start: offset, end: offset }))
      }
    })
    fc.assert(law)
  })
})
