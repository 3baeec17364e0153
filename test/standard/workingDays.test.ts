import assert from 'node:assert/strict'
import fc from 'fast-check'
import { workingDayAfter, workingDaysUntil } from '../../server/src/standard/workingDays.ts'

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

  it('are counted between two days as they are counted ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 60 }), (start, count) => {
        const begin = new Date(2024, 5, 1 + start)
        const from = { year: begin.getFullYear(), month: begin.getMonth() + 1, day: begin.getDate() }
        const { date } = workingDayAfter(from, count)
        assert.equal(workingDaysUntil(from, date).count, count)
        assert.equal(workingDaysUntil(date, from).count, -count)
        assert.equal(workingDaysUntil(date, date).count, 0)
      }),
    )
    const [known, unknown] = [2026, 2099].map((year) => ({ year, month: 12, day: 30 }))
    assert.ok(known && unknown)
    assert.equal(workingDaysUntil(known, { ...known, day: 31 }).surely, true)
    assert.equal(workingDaysUntil(known, unknown).surely, false)
  })

  it('say when the holidays of the year are not known', () => {
    assert.equal(workingDayAfter({ year: 2099, month: 1, day: 5 }, 1).surely, false)
  })

  it('go over the end of a year', () => {
    assert.equal(workingDayAfter({ year: 2024, month: 12, day: 31 }, 1).date.year, 2025)
  })
})
