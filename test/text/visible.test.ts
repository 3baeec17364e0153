import assert from 'node:assert/strict'
import fc from 'fast-check'
import { beijingTime, chineseDay } from '../../server/src/text/beijingTime.ts'
import { visibleText } from '../../server/src/text/visible.ts'

describe('text of strangers', () => {
  const cases = [
    ['某某市人民政府', '某某市人民政府'],
    ['第一行\n第二行', '第一行〔U+000A〕第二行'],
    ['\u001b[2J', '〔U+001B〕[2J'],
    ['\u202e府政民人', '〔U+202E〕府政民人'],
    ['a\u200bb\u2028c\ufeff', 'a〔U+200B〕b〔U+2028〕c〔U+FEFF〕'],
    ['\u{e0041}', '〔U+E0041〕'],
    ['\ud800', '〔U+D800〕'],
    ['𠮷', '𠮷'],
  ] as const
  for (const [text, shown] of cases)
    it(`shows ${JSON.stringify(text)} as ${shown}`, () => assert.equal(visibleText(text), shown))

  it('never has anything invisible, and ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const shown = visibleText(text)
        assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
        assert.ok(shown.length <= 64 * 10 + 1)
      }),
    )
  })
})

describe('the time for people', () => {
  it('is that of Beijing, and says so', () => {
    assert.equal(beijingTime('2026-11-23T07:34:43.000Z'), '2026年11月23日15时34分（北京时间）')
    assert.equal(beijingTime('2026-12-31T16:05:00.000Z'), '2027年1月1日00时05分（北京时间）')
  })

  it('is the day of a zone', () => {
    assert.equal(chineseDay(new Date('2026-11-23T20:00:00Z'), 480), '2026年11月24日')
    assert.equal(chineseDay(new Date('2026-11-23T20:00:00Z'), 0), '2026年11月23日')
  })
})
