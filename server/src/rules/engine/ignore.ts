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
  /** The reason why a finding of this rule is ignored; `span` counts from `offset`. The comments that cover it are then of use. */
  cover(rule: string, span: Span, offset: number): Finding['ignored'] | undefined
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
  const byRule = new Map<string, Comment[]>()
  for (const comment of comments) {
    const id = idOf(comment.range.comment.rule)
    const group = byRule.get(id)
    if (group) group.push(comment)
    else byRule.set(id, [comment])
  }
  const reported = new Set<string>()
  return {
    cover(rule, span, offset) {
      const own = byRule.get(rule)
      if (!own) return undefined
      reported.add(rule)
      const place = shift(span, offset)
      const covering = own.filter(({ range }) => touches(range.covers, place))
      for (const comment of covering) comment.used = true
      return covering[0] && { reason: covering[0].range.comment.reason }
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
