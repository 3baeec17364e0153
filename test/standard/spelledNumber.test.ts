import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readChineseNumber } from '../../server/src/standard/chineseNumber.ts'
import { spellNumber } from '../../server/src/standard/spelledNumber.ts'

describe('numbers in words', () => {
  it('are read as people read them', () => {
    const read: Readonly<Record<string, string>> = {
      0: '零',
      12: '十二',
      110: '一百一十',
      10001: '一万零一',
      475000: '四十七万五千',
      100010000: '一亿零一万',
      1200300000000: '一万二千零三亿',
      '63.70': '六十三点七零',
    }
    for (const [number, words] of Object.entries(read)) assert.equal(spellNumber(number, 'plain'), words)
    assert.equal(spellNumber('10500', 'capital'), '壹万零伍佰')
  })

  it('are read back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        assert.equal(readChineseNumber(spellNumber(String(value), 'plain') ?? ''), value)
      }),
    )
  })

  it('are not made of codes and of numbers beyond all quantities', () => {
    for (const text of ['007', '1.2.3', '12345678901234567', '1,000', '']) {
      assert.equal(spellNumber(text, 'plain'), undefined, text)
    }
  })
})
