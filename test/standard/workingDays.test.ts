import assert from 'node:assert/strict'
import { workingDayAfter } from '../../server/src/standard/workingDays.ts'

describe('working days', () => {
  it('leave out weekends', () => {
    const friday = { year: 2026, month: 11, day: 20 }
    assert.deepEqual(workingDayAfter(friday, 1), { date: { year: 2026, month: 11, day: 23 }, surely: true })
  })

  it('leave out holidays and count the Saturdays that are worked for them', () => {
    // 2025: 国庆 and 中秋 from 1 to 8 October, work on Saturday the 11th.
    const before = { year: 2025, month: 9, day: 30 }
    const days = [1, 2, 3].map((count) => workingDayAfter(before, count).date.day)
    assert.deepEqual(days, [9, 10, 11])
  })

  it('say when the holidays of the year are not known', () => {
    assert.equal(workingDayAfter({ year: 2099, month: 1, day: 5 }, 1).surely, false)
  })

  it('go over the end of a year', () => {
    assert.equal(workingDayAfter({ year: 2024, month: 12, day: 31 }, 1).date.year, 2025)
  })
})
