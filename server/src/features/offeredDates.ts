/** Days that are often written: today, and those so many working days ahead. */
import type { Clock } from '../ports/clock.ts'
import { spellDate } from '../standard/dates.ts'
import { workingDayAfter } from '../standard/workingDays.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'

export interface OfferedDate {
  readonly text: string
  readonly detail: Message
}

/** Working days ahead that deadlines are counted in. */
const AHEAD = [1, 5, 10, 15] as const

/** Today where the user is, as GB/T 9704—2012 7.3.5.4 writes it: no leading zeros. */
export function today(clock: Clock): OfferedDate {
  return { text: spellDate(localDay(clock)), detail: message('今天') }
}

export function daysAhead(clock: Clock): readonly OfferedDate[] {
  const from = localDay(clock)
  return AHEAD.map((count) => {
    const { date, surely } = workingDayAfter(from, count)
    const name = count === 1 ? message('下一个工作日') : message('{0} 个工作日后', count)
    return { text: spellDate(date), detail: surely ? name : message('{0}（只除去周末，节假日安排未知）', name) }
  })
}

export function localYear(clock: Clock): number {
  return localDay(clock).year
}

function localDay(clock: Clock): { year: number; month: number; day: number } {
  const local = new Date(clock.now().getTime() + clock.offset() * 60_000)
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
}
