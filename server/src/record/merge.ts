import { type Chain, type ChainEntry, type ChainLink, headsOf, inOrder } from './chain.ts'

/** All entries of several copies of one chain, each once. What one copy has and another has not is kept. */
export function unite<E extends ChainEntry>(chains: readonly Chain<E>[]): readonly ChainLink<E>[] {
  const byDigest = new Map<string, ChainLink<E>>()
  for (const { entries } of chains) for (const linked of entries) byDigest.set(linked.digest, linked)
  return inOrder([...byDigest.values()])
}

/** Whether copies are of one chain: each begins with the same entry. */
export function isOneLog(chains: readonly Chain<ChainEntry>[]): boolean {
  const beginnings = chains.flatMap(({ entries }) => entries.slice(0, 1).map(({ digest }) => digest))
  return new Set(beginnings).size <= 1
}

/** Where the next entry of a chain goes: after all its heads. */
export function nextPlace(entries: readonly ChainLink<ChainEntry>[]): Pick<ChainEntry, 'seq' | 'previous'> {
  const seq = 1 + entries.reduce((most, { entry }) => Math.max(most, entry.seq), 0)
  return { seq, previous: headsOf(entries) }
}
