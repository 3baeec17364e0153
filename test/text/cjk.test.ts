import assert from 'node:assert/strict'
import { columnsOf, halfWidth, wordsOf } from '../../server/src/text/cjk.ts'

describe('the width of a title', () => {
  const widths: readonly (readonly [string, number])[] = [
    ['防汛通知', 4],
    ['2026年', 3],
    ['5G网络', 3],
    ['é', 0.5],
    ['3×4', 2],
    ['甲　乙', 3],
    ['𠮷', 1],
  ]
  for (const [text, columns] of widths) {
    it(`“${text}” is ${columns} characters wide`, () => assert.equal(columnsOf(text), columns))
  }
})

describe('the words of a text', () => {
  it('come with their places and leave nothing out', () => {
    const text = '推进工业互联网建设'
    const words = [...wordsOf(text)]
    assert.equal(words.map(({ segment }) => segment).join(''), text)
    for (const { segment, index } of words) assert.equal(text.slice(index, index + segment.length), segment)
    assert.ok(words.some(({ segment }) => segment === '建设'))
  })
})

describe('full-width digits', () => {
  it('become half-width ones, and nothing else changes', () => {
    assert.equal(halfWidth('２０２６年第０1号．Ａ'), '2026年第01号．Ａ')
  })
})
