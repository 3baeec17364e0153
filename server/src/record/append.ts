import type { Crypto } from '../ports/crypto.ts'
import { toBase64 } from '../text/base64.ts'
import { Failure } from '../text/failure.ts'
import { type LogEntry, signedBytes } from './entry.ts'
import type { Flow } from './flow.ts'
import { type Linked, link } from './log.ts'
import { nextPlace } from './merge.ts'
import { refuse } from './refuse.ts'
import { advance, type ProcessState, stateOf } from './state.ts'

/** What somebody wants to put on record; its place in the log follows. */
export type Proposal = Omit<LogEntry, 'schema' | 'seq' | 'previous' | 'signature'>

/** The hand of the actor: detached CMS over what an entry says. */
export type Hand = (content: Uint8Array) => Promise<Uint8Array>

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
  hand?: Hand,
): Promise<Appended> {
  const before = stateOf(flow, entries)
  const reason = refuse(before, proposal)
  if (reason) throw new Failure('record-refused', reason)
  const linked = await linkBehind(entries, proposal, crypto, hand)
  return { entries: [...entries, linked], state: advance(before, linked) }
}

/** What is put on record, behind all heads of a log, and signed by the hand if there is one. */
export async function linkBehind(
  entries: readonly Linked[],
  proposal: Proposal,
  crypto: Crypto,
  hand?: Hand,
): Promise<Linked> {
  const entry: LogEntry = { ...proposal, schema: 1, ...nextPlace(entries, proposal.time) }
  return link(hand ? await signed(entry, hand) : entry, crypto)
}

async function signed(entry: LogEntry, hand: Hand): Promise<LogEntry> {
  return { ...entry, signature: toBase64(await hand(signedBytes(entry))) }
}
