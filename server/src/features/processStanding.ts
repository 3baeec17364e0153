/** Where a 公文 stands in its process, in a few words: for the lens above the title and for 发文登记. */
import { deadlines } from '../record/deadlines.ts'
import { dueSteps } from '../record/dueSteps.ts'
import type { Linked } from '../record/log.ts'
import type { ProcessState, StepState } from '../record/state.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'

export interface Circumstances {
  /** Whether the text is another one than what was settled. */
  readonly changed: boolean
  /** Whether a time limit is over. */
  readonly overdue: boolean
}

export function processStanding(
  state: ProcessState,
  entries: readonly Linked[],
  { changed, overdue }: Circumstances,
): Message {
  if (entries.length === 0) return message('未开始')
  if (changed && state.settled) return message('{0}后有改动', state.steps[state.settled.step]?.step.name ?? '')
  if (state.ended === '作废') return message('已作废')
  if (state.ended) return message('已办结')
  const due = dueSteps(state).map(({ step }) => step.name)
  const [others, last] = [due.slice(0, -1).join('、'), due.at(-1) as string]
  if (others === '') return overdue ? message('待{0}（逾期）', last) : message('待{0}', last)
  return overdue ? message('待{0}或{1}（逾期）', others, last) : message('待{0}或{1}', others, last)
}

/** Whether a time limit of what is due is over. @param now ISO 8601 */
export function isOverdue(state: ProcessState, entries: readonly Linked[], now: string): boolean {
  return deadlines(state, entries, now).some(({ left }) => left < 0)
}

/** Whom a step waits for: participants who have not acted (of those who act in turn, the next), else who is entitled. */
export function waitingFor({ step, done }: StepState): readonly string[] {
  const { organs, posts, names } = step.entitled
  const acted = (participant: string): boolean =>
    done.some(({ entry }) => entry.actor.organ === participant || entry.actor.name === participant)
  const waiting = step.participants.filter((participant) => !acted(participant))
  if (waiting.length > 0) return step.manner === '依次' ? waiting.slice(0, 1) : waiting
  return [...organs, ...posts, ...names]
}
