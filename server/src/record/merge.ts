import type { LogEntry } from './entry.ts'
import { headsOf, inOrder, type Linked, type ProcessLog } from './log.ts'

/** All entries of several copies of one log, each once. What one copy has and another has not is kept. */
export function unite(logs: readonly ProcessLog[]): readonly Linked[] {
  const byDigest = new Map<string, Linked>()
  for (const { entries } of logs) for (const linked of entries) byDigest.set(linked.digest, linked)
  return inOrder([...byDigest.values()])
}

/** Whether copies are of one log: each begins with the same entry. */
export function isOneLog(logs: readonly ProcessLog[]): boolean {
  const beginnings = logs.flatMap(({ entries }) => entries.slice(0, 1).map(({ digest }) => digest))
  return new Set(beginnings).size <= 1
}

/** Where the next entry of a log goes: after all its heads. */
export function nextPlace(entries: readonly Linked[]): Pick<LogEntry, 'seq' | 'previous'> {
  const seq = 1 + entries.reduce((most, { entry }) => Math.max(most, entry.seq), 0)
  return { seq, previous: headsOf(entries) }
}
