import type { Clock } from '../../server/src/ports/clock.ts'
import { EMPTY_PROFILE, type Profile } from '../../server/src/profile/profile.ts'
import { createLinter } from '../../server/src/rules/engine/engine.ts'
import { lint } from '../../server/src/rules/lint.ts'
import type { Rule } from '../../server/src/rules/rule.ts'
import type { Finding } from '../../server/src/text/finding.ts'
import { documentOf } from './pipeline.ts'

/** A fixed day, Beijing time. */
export const clock: Clock = { now: () => new Date('2026-03-05T02:00:00Z'), offset: () => 480 }

/** All findings of a text while it is drafted. */
export function draft(text: string, profile: Partial<Profile> = {}): readonly Finding[] {
  return lint(documentOf(text, undefined, { ...EMPTY_PROFILE, ...profile }), { clock, stage: 'draft' })
}

/** What these rules and no others say of a text. */
export function draftWith(rules: readonly Rule[], text: string): readonly Finding[] {
  return createLinter(rules)(documentOf(text), { clock, stage: 'draft' })
}

/** The findings of one rule. */
export function of(rule: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.rule === rule)
}
