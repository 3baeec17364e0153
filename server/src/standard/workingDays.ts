/** 工作日: which days offices are open, by the yearly 节假日安排 of the State Council as the package `chinese-days` has it. */
import chineseDays from 'chinese-days'

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * The day that is so many working days after another.
 * @returns `surely` false where the 安排 of a year on the way is not known: then only weekends were left out
 */
export function workingDayAfter(from: Day, count: number): { readonly date: Day; readonly surely: boolean } {
  let { year, month, day } = from
  let surely = true
  for (let left = count; left > 0; ) {
    const next = new Date(year, month - 1, day + 1)
    ;({ year, month, day } = { year: next.getFullYear(), month: next.getMonth() + 1, day: next.getDate() })
    surely &&= isArranged(year)
    if (chineseDays.isWorkday(next)) left--
  }
  return { date: { year, month, day }, surely }
}

/** 国庆 takes three days, one of which is no weekend: if offices are open on all of them the year is not known yet. */
function isArranged(year: number): boolean {
  return [1, 2, 3].some((day) => {
    const date = new Date(year, 9, day)
    return date.getDay() % 6 !== 0 && !chineseDays.isWorkday(date)
  })
}
