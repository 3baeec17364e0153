/** What stands against issuing the document: all findings as they count then, so that a missing number or date is an error. */
import type { GongwenDocument } from '../model/document.ts'
import { lint } from '../rules/lint.ts'
import { findRule } from '../rules/registry.ts'
import type { Finding } from '../text/finding.ts'
import { currentSurroundings, type Surroundings } from './diagnostics.ts'

export interface IssueFinding {
  readonly finding: Finding
  /** Empty for problems that rest on the dialect and on no clause. */
  readonly clause: string
}

export function issueCheck(document: GongwenDocument, surroundings: Surroundings): readonly IssueFinding[] {
  const all = lint(document, { ...currentSurroundings(document, surroundings), stage: 'issue' })
  const findings = all.filter(({ ignored }) => ignored === undefined)
  return findings.map((finding) => ({ finding, clause: findRule(finding.rule)?.clause ?? '' }))
}
