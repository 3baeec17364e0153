import type { Finding } from '../text/finding.ts'

interface Tally {
  readonly findings: number
  readonly places: number
}

/**
 * How many findings are gone between two checks. Rule by rule, so that a finding which a fix uncovers does not hide one
 * that it mended; of many folded into one that are mended in part, the one counts.
 */
export function countMended(before: readonly Finding[], after: readonly Finding[]): number {
  const left = tallies(after)
  let mended = 0
  for (const [rule, had] of tallies(before)) {
    const has = left.get(rule) ?? { findings: 0, places: 0 }
    if (has.places < had.places) mended += Math.max(1, had.findings - has.findings)
  }
  return mended
}

function tallies(findings: readonly Finding[]): ReadonlyMap<string, Tally> {
  const byRule = new Map<string, Tally>()
  for (const { rule, also = [] } of findings) {
    const { findings, places } = byRule.get(rule) ?? { findings: 0, places: 0 }
    byRule.set(rule, { findings: findings + 1, places: places + 1 + also.length })
  }
  return byRule
}
