import assert from 'node:assert/strict'
import { findDate, findDateText, looksLikeDate, readDate, spellDate } from '../../server/src/standard/dates.ts'

describe('dates', () => {
  it('are read in Arabic and in Chinese digits', () => {
    assert.deepEqual(readDate('2026年9月4日'), { year: 2026, month: 9, day: 4, arabic: true })
    assert.deepEqual(readDate('二〇〇六年五月二十三日'), { year: 2006, month: 5, day: 23, arabic: false })
    assert.deepEqual(readDate('２０２６年１０月０４日'), { year: 2026, month: 10, day: 4, arabic: true })
    assert.deepEqual(readDate('2013年 9月 12日')?.day, 12)
  })

  it('must exist in the calendar', () => {
    for (const text of ['2026年2月29日', '2026年13月1日', '2026年4月31日', '2026年0月1日', '2026年9月'])
      assert.equal(readDate(text), undefined, text)
    assert.equal(readDate('2024年2月29日')?.day, 29)
    assert.equal(looksLikeDate('2026年2月29日'), true)
  })

  it('are found inside a text', () => {
    assert.equal(findDateText('（2026年3月6日某某会议通过）'), '2026年3月6日')
    assert.equal(findDate('没有日期'), undefined)
  })

  it('are spelled without padding', () => {
    assert.equal(spellDate({ year: 2026, month: 1, day: 5 }), '2026年1月5日')
  })
})
