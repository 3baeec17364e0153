/** 核稿清单: what to make sure of before a 公文 is issued, with what the rules have verified already. */
import type { GongwenDocument } from '../model/document.ts'
import { CHECK_GROUPS, checksFor } from '../rules/checklist/check.ts'
import { HUMAN_CHECKS } from '../rules/checklist/humanChecks.ts'
import { RULE_CHECKS } from '../rules/checklist/ruleChecks.ts'
import { findRule } from '../rules/registry.ts'
import type { Finding } from '../text/finding.ts'
import { currentSurroundings, type Surroundings } from './diagnostics.ts'
import { issueCheck } from './issueCheck.ts'

export interface ChecklistItem {
  readonly group: string
  readonly text: string
  readonly clause: string
  /** `verified` by the rules, `faulty` by the rules, or for a person to `judge`. */
  readonly state: 'verified' | 'faulty' | 'judge'
  /** What speaks against it. */
  readonly findings: readonly Finding[]
  /** Why a program cannot judge it. */
  readonly reason?: string
}

/** In the order in which people check: 行文, content, form, words, issue. */
export function checklist(document: GongwenDocument, surroundings: Surroundings): readonly ChecklistItem[] {
  const known = currentSurroundings(document, surroundings)
  const serious = issueCheck(document, known)
    .map(({ finding }) => finding)
    .filter(({ severity }) => severity !== 'hint')
  const byRules = checksFor(RULE_CHECKS, document).map(({ groups, needs, ...check }): ChecklistItem => {
    if (needs && known[needs] === undefined) {
      return { ...pick(check), state: 'judge', findings: [], reason: LACKS[needs] }
    }
    const findings = serious.filter(({ rule }) => groups.includes(findRule(rule)?.group ?? ''))
    return { ...pick(check), state: findings.length === 0 ? 'verified' : 'faulty', findings }
  })
  const byPeople = checksFor(HUMAN_CHECKS, document).map(
    ({ reason, ...check }): ChecklistItem => ({ ...pick(check), state: 'judge', findings: [], reason }),
  )
  const all = [...byRules, ...byPeople]
  return CHECK_GROUPS.flatMap((group) => all.filter((item) => item.group === group))
}

const LACKS = { layout: '还没有排版，排版以后才能核', others: '只看了这一份公文' } as const

function pick({ group, text, clause }: Pick<ChecklistItem, 'group' | 'text' | 'clause'>) {
  return { group, text, clause }
}
