import type { SyntaxTree } from '../../syntax/tree.ts'
import type { Finding, RuleInfo } from '../../text/finding.ts'
import { type Span, shift, touches } from '../../text/span.ts'
import type { IgnoreUse } from '../targets.ts'
import { type IgnoreRange, ignoreRanges } from './ignoreComments.ts'

/** What the ignore pass needs to know of the rules. */
export interface KnownRules {
  /** By id or Chinese name. */
  find(name: string): RuleInfo | undefined
  /** Whether it could have reported at all: not where the profile turns it off or its facts are not there. */
  ran(rule: RuleInfo): boolean
}

/** The ignore comments of one text, held against its findings one after the other. */
export interface Ignores {
  /**
   * The reason why a finding of this rule is ignored; `span` counts from `offset`. The comments that cover it are then of use.
   * @param needsReason a comment that gives none covers nothing
   */
  cover(rule: string, span: Span, offset: number, needsReason: boolean): Finding['ignored'] | undefined
  /** What every comment was good for, once all findings were held against them. */
  uses(): readonly IgnoreUse[]
}

interface Comment {
  readonly range: IgnoreRange
  used: boolean
}

export function readIgnores(tree: SyntaxTree, rules: KnownRules): Ignores {
  const idOf = (name: string): string => rules.find(name)?.id ?? name
  const comments: readonly Comment[] = ignoreRanges(tree, (one, other) => idOf(one) === idOf(other)).map((range) => ({
    range,
    used: false,
  }))
  const groups = new Map<string, Comment[]>()
  for (const comment of comments) {
    const id = idOf(comment.range.comment.rule)
    const group = groups.get(id)
    if (group) group.push(comment)
    else groups.set(id, [comment])
  }
  const byRule = new Map([...groups].map(([id, group]) => [id, coverOf(group)]))
  const reported = new Set<string>()
  return {
    cover(rule, span, offset, needsReason) {
      const own = byRule.get(rule)
      if (!own) return undefined
      reported.add(rule)
      return own(shift(span, offset), needsReason)
    },
    uses: () =>
      comments.map(({ range: { comment, paired }, used }) => {
        const rule = rules.find(comment.rule)
        return {
          ...comment,
          paired,
          known: rule !== undefined || reported.has(comment.rule),
          used: used || (rule !== undefined && !rules.ran(rule)),
        }
      }),
  }
}

/**
 * Finds the nearest comment above that covers a place, and marks all that do. A text may hold thousands of one rule, so
 * those that end before the place are not looked at, nor those that are known to be of use once a reason is found.
 */
function coverOf(group: readonly Comment[]): (place: Span, needsReason: boolean) => Finding['ignored'] | undefined {
  const sorted = [...group].sort((a, b) => a.range.covers.start - b.range.covers.start)
  let furthest = 0
  const reach = sorted.map(({ range }) => {
    furthest = Math.max(furthest, range.covers.end)
    return furthest
  })
  /** All before it are of use. */
  let used = 0
  return (place, needsReason) => {
    let found: Finding['ignored'] | undefined
    for (let at = countUpTo(sorted, place.end) - 1; at >= 0 && (reach[at] as number) >= place.start; at--) {
      if (found && at < used) break
      const comment = sorted[at] as Comment
      if (!touches(comment.range.covers, place)) continue
      comment.used = true
      const { reason } = comment.range.comment
      if (!needsReason || reason !== '') found ??= { reason }
    }
    while (sorted[used]?.used) used++
    return found
  }
}

/** How many of them start at a place or before it. */
function countUpTo(sorted: readonly Comment[], place: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Comment).range.covers.start <= place) low = middle + 1
    else high = middle
  }
  return low
}
