/** 工作日: which days offices are open, by the yearly 节假日安排 of the State Council as the package `chinese-days` has it. */
import chineseDays from 'chinese-days'

/** A day of the Gregorian calendar. */
export interface Day {
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

/**
 * How many working days lie behind one day up to another one; less than none where that one is earlier.
 * @returns `surely` as of {@link workingDayAfter}
 */
export function workingDaysUntil(from: Day, to: Day): { readonly count: number; readonly surely: boolean } {
  const [start, end] = [dateOf(from), dateOf(to)]
  if (end < start) {
    const { count, surely } = workingDaysUntil(to, from)
    return { count: -count, surely }
  }
  let count = 0
  for (let day = 1; ; day++) {
    const next = new Date(from.year, from.month - 1, from.day + day)
    if (next > end) break
    if (chineseDays.isWorkday(next)) count++
  }
  const years = Array.from({ length: to.year - from.year + 1 }, (_, index) => from.year + index)
  return { count, surely: years.every(isArranged) }
}

function dateOf({ year, month, day }: Day): Date {
  return new Date(year, month - 1, day)
}

/** 国庆 takes three days, one of which is no weekend: if offices are open on all of them the year is not known yet. */
function isArranged(year: number): boolean {
  return [1, 2, 3].some((day) => {
    const date = new Date(year, 9, day)
    return date.getDay() % 6 !== 0 && !chineseDays.isWorkday(date)
  })
}
