import type { Profile } from '../../profile/profile.ts'
import type { RuleInfo, Severity } from '../../text/finding.ts'

/** `draft`: while it is written; `issue`: when it is built for signing. */
export type Stage = 'draft' | 'issue'

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 }

/** What the profile says of a rule, by id, by Chinese name, or of its whole group. */
export function settingOf(rule: RuleInfo, profile: Profile): Severity | 'off' | undefined {
  return profile.rules[rule.id] ?? profile.rules[rule.name] ?? profile.rules[rule.group]
}

/**
 * The severity of a finding: the rule's own or the profile's, weakened by the finding itself and, for what is only due
 * at issue, by the stage.
 * @param weaker said by the finding
 * @returns undefined when the profile turns the rule off
 */
export function severityOf(
  rule: RuleInfo,
  weaker: Severity | undefined,
  profile: Profile,
  stage: Stage,
): Severity | undefined {
  const set = settingOf(rule, profile)
  if (set === 'off') return undefined
  if (stage === 'draft' && rule.due === 'issue') return 'hint'
  const severity = set ?? rule.severity
  return weaker !== undefined && RANK[weaker] > RANK[severity] ? weaker : severity
}
