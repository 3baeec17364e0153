import { nodeCrypto } from '../../server/src/node/crypto.ts'
import type { LogEntry } from '../../server/src/record/entry.ts'
import { type Linked, link } from '../../server/src/record/log.ts'
import { nextPlace } from '../../server/src/record/merge.ts'

const ZEROS = '0'.repeat(64)

/** An entry by 王某 of the office on the given minute of a working day. */
export function entryOf(
  action: string,
  minute: number,
  change: Partial<LogEntry> = {},
): Omit<LogEntry, 'seq' | 'previous'> {
  return {
    schema: 1,
    time: `2026-11-23T${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08:00`,
    actor: { name: '王某', organ: '某某市人民政府办公室' },
    action,
    document: { sha256: ZEROS, sm3: ZEROS },
    attachments: [],
    ...change,
  }
}

/** After everything: entries of tests may have any time. */
const LATE = '9999-12-31T00:00:00Z'

/** Adds an entry behind all that is there. */
export async function followedBy(
  entries: readonly Linked[],
  entry: Omit<LogEntry, 'seq' | 'previous'>,
): Promise<readonly Linked[]> {
  return [...entries, await link({ ...entry, ...nextPlace(entries, LATE), time: entry.time }, nodeCrypto)]
}

/** A log of these actions, a minute apart. */
export async function logOf(...actions: readonly string[]): Promise<readonly Linked[]> {
  let entries: readonly Linked[] = []
  for (const [minute, action] of actions.entries()) entries = await followedBy(entries, entryOf(action, minute))
  return entries
}
