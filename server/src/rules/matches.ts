/** Rules that are one pattern over running text say here what they make of a match. */
import type { Fix, Message, Severity } from '../text/finding.ts'
import { matchesOf } from '../text/matches.ts'
import { replaceBy } from './fixes.ts'
import { type Written, within } from './place.ts'
import type { RuleContext } from './rule.ts'

/** What is to be said of a match: of all of it, or of the part from `start` to `end`, counted from its start. */
export interface Remark {
  readonly message: Message
  readonly start?: number
  readonly end?: number
  /** What should stand in the place that the remark is about, or between `from` and `to` of the match. */
  readonly instead?: string
  readonly from?: number
  readonly to?: number
  /** How sure that is; a suggestion unless said otherwise. */
  readonly fix?: Fix['kind']
  readonly severity?: Severity
}

/** @param pattern global and linear; @param remark undefined when the match is right as it stands */
export function eachMatch(
  pattern: RegExp,
  remark: (match: RegExpExecArray, text: string) => Remark | undefined,
): (target: Written, context: RuleContext) => void {
  return ({ text, at }, { report }) => {
    for (const match of matchesOf(pattern, text)) {
      const said = remark(match, text)
      if (!said) continue
      const { message, start = 0, end = match[0].length, instead, fix = 'suggestion', severity } = said
      const edited = within(at, match.index + (said.from ?? start), match.index + (said.to ?? end)).span
      report({
        at: within(at, match.index + start, match.index + end),
        message,
        ...(instead === undefined ? {} : { fixes: [replaceBy(fix, edited, instead)] }),
        ...(severity ? { severity } : {}),
      })
    }
  }
}
