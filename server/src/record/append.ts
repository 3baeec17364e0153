import type { Crypto } from '../ports/crypto.ts'
import { Failure } from '../text/failure.ts'
import type { LogEntry } from './entry.ts'
import type { Flow } from './flow.ts'
import { type Linked, link } from './log.ts'
import { nextPlace } from './merge.ts'
import { refuse } from './refuse.ts'
import { advance, type ProcessState, stateOf } from './state.ts'

/** What somebody wants to put on record; its place in the log follows. */
export type Proposal = Omit<LogEntry, 'schema' | 'seq' | 'previous' | 'signature'>

export interface Appended {
  readonly entries: readonly Linked[]
  readonly state: ProcessState
}

/**
 * A log with one more entry, behind everything that is there.
 * @throws Failure `record-refused` when the flow does not allow it now
 */
export async function append(
  entries: readonly Linked[],
  flow: Flow,
  proposal: Proposal,
  crypto: Crypto,
): Promise<Appended> {
  const before = stateOf(flow, entries)
  const reason = refuse(before, proposal)
  if (reason) throw new Failure('record-refused', reason)
  const linked = await link({ ...proposal, schema: 1, ...nextPlace(entries) }, crypto)
  return { entries: [...entries, linked], state: advance(before, linked) }
}
