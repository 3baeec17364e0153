import { type Day, workingDayAfter, workingDaysUntil } from '../standard/workingDays.ts'
import { beijingDate } from '../text/beijingTime.ts'
import { dueSteps } from './dueSteps.ts'
import type { Linked } from './log.ts'
import type { ProcessState } from './state.ts'

/** How a step stands that can be done now and has a time limit (条例 24(6): 催办). */
export interface Deadline {
  readonly step: string
  /** Working days. */
  readonly limit: number
  /** When the step became due, ISO 8601. */
  readonly since: string
  /** The last day, in China, `2026-11-26`. */
  readonly due: string
  /** Working days from today to the last day: 0 on that day, less than none when it is over. */
  readonly left: number
  /** False where the 节假日安排 of a year on the way is not known: then only weekends were left out. */
  readonly surely: boolean
  /** How often it was urged since it became due: 催办 that name this step, or none. */
  readonly urged: number
}

/**
 * The time limits that run: of the step that is due, and of those behind it that need not wait for it because it may be left
 * out. They run from the day after the step became due.
 * @param now ISO 8601
 */
export function deadlines(state: ProcessState, entries: readonly Linked[], now: string): readonly Deadline[] {
  const { since } = state
  if (since === undefined || state.ended) return []
  const today = beijingDate(now)
  const urgings = entries.filter(({ entry }) => entry.action === '催办' && Date.parse(entry.time) >= Date.parse(since))
  return dueSteps(state).flatMap(({ step: { name, limit } }) => {
    if (limit === undefined) return []
    const { date, surely: known } = workingDayAfter(beijingDate(since), limit)
    const { count: left, surely } = workingDaysUntil(today, date)
    const urged = urgings.filter(({ entry }) => entry.step === undefined || entry.step === name).length
    return [{ step: name, limit, since, due: isoDay(date), left, surely: surely && known, urged }]
  })
}

function isoDay({ year, month, day }: Day): string {
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}
