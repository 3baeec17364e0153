import type { Flow } from './flow.ts'
import type { Linked } from './log.ts'
import { refuse } from './refuse.ts'
import { type ProcessState, stateOf } from './state.ts'

type Refused = ProcessState['refused'][number]

/**
 * Of the entries that count for nothing those that were allowed where they were written: only after a merge somebody else's
 * came first. They are no fault of the log. The others nobody could have added by this program under this flow.
 */
export function overtaken(flow: Flow, entries: readonly Linked[], refused: readonly Refused[]): readonly Refused[] {
  if (refused.length === 0) return []
  const byDigest = new Map(entries.map((linked) => [linked.digest, linked]))
  return refused.filter(({ linked }) => {
    const before = ancestors(linked, byDigest)
    const seen = entries.filter(({ digest }) => before.has(digest))
    return refuse(stateOf(flow, seen), linked.entry) === undefined
  })
}

/** All that an entry follows, near and far. */
function ancestors({ entry }: Linked, byDigest: ReadonlyMap<string, Linked>): ReadonlySet<string> {
  const found = new Set<string>()
  const rest = [...entry.previous]
  for (let digest = rest.pop(); digest !== undefined; digest = rest.pop()) {
    if (found.has(digest)) continue
    found.add(digest)
    for (const parent of byDigest.get(digest)?.entry.previous ?? []) rest.push(parent)
  }
  return found
}
