import type { ChainEntry, ChainLink } from './chain.ts'

/** As many digits of a digest as nobody can hit with another entry. */
export const FEWEST_DIGITS = 16

/**
 * Whether a chain has all the entries that something outside of it names, each by its digest or the beginning of it. A chain
 * by itself cannot tell that its end was cut off, or that it was put back to what it once was: whoever does so writes the
 * last line anew. Only what was noted elsewhere can.
 */
export function holds(entries: readonly ChainLink<ChainEntry>[], digests: readonly string[]): boolean {
  return digests.every((digest) => entries.some((each) => each.digest.startsWith(digest)))
}
