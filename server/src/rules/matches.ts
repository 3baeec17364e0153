/** Rules that are one pattern over a text say here what they make of a match. */
import type { Fix, Message, Severity } from '../text/finding.ts'
import { matchesOf } from '../text/matches.ts'
import { replaceBy } from './fixes.ts'
import { within } from './place.ts'
import type { Report, RuleContext } from './rule.ts'
import type { Written } from './written.ts'

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

/**
 * A visitor that reports every match.
 * @param pattern global and linear
 * @param remark undefined when the match is right as it stands
 */
export function eachMatch(
  pattern: RegExp,
  remark: (match: RegExpExecArray, text: string) => Remark | undefined,
): (target: Written, context: RuleContext) => void {
  return (target, { report }) => {
    for (const match of matchesOf(pattern, target.text)) {
      const said = remark(match, target.text)
      if (said) report(reportOf(said, match, target))
    }
  }
}

/**
 * A visitor that reports the first match.
 * @param pattern not global
 * @param remark undefined when the match is right as it stands
 */
export function firstMatch(
  pattern: RegExp,
  remark: (match: RegExpExecArray, text: string, context: RuleContext) => Remark | undefined,
): (target: Written, context: RuleContext) => void {
  return (target, context) => {
    const match = pattern.exec(target.text)
    const said = match && remark(match, target.text, context)
    if (said) context.report(reportOf(said, match, target))
  }
}

function reportOf(remark: Remark, { 0: matched, index }: RegExpExecArray, { at }: Written): Report {
  const { message, start = 0, end = matched.length, from = start, to = end } = remark
  const { instead, fix = 'suggestion', severity } = remark
  return {
    at: within(at, index + start, index + end),
    message,
    ...(instead === undefined ? {} : { fixes: [replaceBy(fix, within(at, index + from, index + to).span, instead)] }),
    ...(severity ? { severity } : {}),
  }
}
