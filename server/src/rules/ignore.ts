import type { SyntaxTree } from '../syntax/tree.ts'
import type { Finding, RuleInfo } from '../text/finding.ts'
import { touches } from '../text/span.ts'
import { type IgnoreRange, ignoreRanges } from './ignoreComments.ts'
import type { IgnoreUse } from './targets.ts'

/** What the ignore pass needs to know of the rules. */
export interface KnownRules {
  /** By id or Chinese name. */
  find(name: string): RuleInfo | undefined
  /** Whether it could have reported at all: not where the profile turns it off or its facts are not there. */
  ran(rule: RuleInfo): boolean
}

/** Marks the findings that a comment covers and says of every comment whether it was of use. */
export function applyIgnores(
  tree: SyntaxTree,
  findings: readonly Finding[],
  rules: KnownRules,
): { readonly findings: readonly Finding[]; readonly uses: readonly IgnoreUse[] } {
  const idOf = (name: string): string => rules.find(name)?.id ?? name
  const ranges = ignoreRanges(tree, (one, other) => idOf(one) === idOf(other))
  if (ranges.length === 0) return { findings, uses: [] }
  const byRule = new Map<string, { readonly index: number; readonly range: IgnoreRange }[]>()
  for (const [index, range] of ranges.entries()) {
    const id = idOf(range.comment.rule)
    const group = byRule.get(id)
    if (group) group.push({ index, range })
    else byRule.set(id, [{ index, range }])
  }
  const used = new Set<number>()
  const marked = findings.map((finding) => {
    const covering = byRule.get(finding.rule)?.filter(({ range }) => touches(range.covers, finding.span)) ?? []
    const [first] = covering
    if (!first) return finding
    for (const { index } of covering) used.add(index)
    return { ...finding, ignored: { reason: first.range.comment.reason } }
  })
  const reported = new Set(findings.map((finding) => finding.rule))
  const uses = ranges.map(({ comment, paired }, index) => {
    const rule = rules.find(comment.rule)
    return {
      ...comment,
      paired,
      known: rule !== undefined || reported.has(comment.rule),
      used: used.has(index) || (rule !== undefined && !rules.ran(rule)),
    }
  })
  return { findings: marked, uses }
}
