import type { Message } from '../text/finding.ts'
import type { DocumentDigest, LogEntry } from './entry.ts'
import type { Flow, Step } from './flow.ts'
import type { Linked } from './log.ts'
import { refuse } from './refuse.ts'

export interface StepState {
  readonly step: Step
  /** What was done in it since it last became due. */
  readonly done: readonly Linked[]
  readonly complete: boolean
}

/** Where a 公文 stands. Nothing else stores it: it follows from the log and the flow. */
export interface ProcessState {
  readonly flow: Flow
  readonly steps: readonly StepState[]
  /** Index of the step that is due; the number of steps when all are complete. */
  readonly current: number
  /** When that became so, ISO 8601; from then on its time limit runs. None while nothing was done. */
  readonly since: string | undefined
  /** The 定稿, while it holds. */
  readonly settled: { readonly document: DocumentDigest; readonly by: Linked; readonly step: number } | undefined
  /** The number that was given, while it holds. */
  readonly numbered: { readonly number: string; readonly by: Linked; readonly step: number } | undefined
  readonly ended: '办结' | '作废' | undefined
  /** Entries that the flow does not allow: they stand in the log and count for nothing. */
  readonly refused: readonly { readonly linked: Linked; readonly reason: Message }[]
}

function beginning(flow: Flow): ProcessState {
  const steps = flow.steps.map(notBegun)
  return {
    flow,
    steps,
    current: 0,
    since: undefined,
    settled: undefined,
    numbered: undefined,
    ended: undefined,
    refused: [],
  }
}

function notBegun(step: Step): StepState {
  return { step, done: [], complete: false }
}

/** The state that a log leads to. Branches count in the order of the log, so every copy of it gives the same state. */
export function stateOf(flow: Flow, entries: readonly Linked[]): ProcessState {
  // One list for all: a new one for each that is refused would take the square of their number.
  const refused: ProcessState['refused'][number][] = []
  let state = beginning(flow)
  for (const linked of entries) {
    const reason = refuse(state, linked.entry)
    if (reason) refused.push({ linked, reason })
    else state = follow(state, linked)
  }
  return { ...state, refused }
}

/** The state after one more entry. */
export function advance(state: ProcessState, linked: Linked): ProcessState {
  const { entry } = linked
  const reason = refuse(state, entry)
  return reason ? { ...state, refused: [...state.refused, { linked, reason }] } : follow(state, linked)
}

/** What an entry that is allowed leads to. */
function follow(state: ProcessState, linked: Linked): ProcessState {
  const { entry } = linked
  if (entry.action === '作废') return { ...state, ended: '作废' }
  if (entry.action === '退回') return sendBack(state, entry)
  const index = state.steps.findIndex(({ step }) => step.name === entry.action)
  return index < 0 ? state : act(state, index, linked)
}

function act(state: ProcessState, index: number, linked: Linked): ProcessState {
  const { step, done } = state.steps[index] as StepState
  const { document, time } = linked.entry
  const now = [...done, linked]
  const complete = step.manner === '一人' || now.length >= step.participants.length
  const current = complete ? index + 1 : index
  const { number } = document
  // Written out: a log of a hundred thousand entries makes as many states, and copying them by spread takes twice the time.
  return {
    flow: state.flow,
    steps: state.steps.with(index, { step, done: now, complete }),
    current,
    since: complete ? time : state.since,
    settled: complete && step.settles ? { document, by: linked, step: index } : state.settled,
    numbered: complete && step.numbers && number !== undefined ? { number, by: linked, step: index } : state.numbered,
    ended: current >= state.steps.length ? '办结' : undefined,
    refused: state.refused,
  }
}

/** That step and all behind it are to be done again. */
function sendBack(state: ProcessState, { step: name, time }: LogEntry): ProcessState {
  const target = state.steps.findIndex(({ step }) => step.name === name)
  const steps = state.steps.map((each, index) =>
    index < target || each.done.length === 0 ? each : notBegun(each.step),
  )
  const { settled, numbered } = state
  return {
    flow: state.flow,
    steps,
    current: target,
    since: time,
    settled: settled && settled.step < target ? settled : undefined,
    numbered: numbered && numbered.step < target ? numbered : undefined,
    ended: state.ended,
    refused: state.refused,
  }
}
