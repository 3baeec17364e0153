/** Gives what was said its severity and place, and makes findings of it, kind by kind. */
import type { GongwenDocument } from '../../model/document.ts'
import type { Finding, RuleInfo, Severity } from '../../text/finding.ts'
import type { Rule } from '../rule.ts'
import type { Found, RuleFailure } from '../targets.ts'
import { type Candidate, findingsOf, type Kind } from './fold.ts'
import type { Ignores } from './ignore.ts'
import type { Said } from './recorder.ts'
import { type Stage, severityOf } from './severity.ts'

export interface Collector {
  /** @param ignores absent for what is said of the check itself: no comment covers that */
  take(said: Said, offset: number, ignores?: Ignores): void
  /** A problem of the parser or the model; `by` is the rule that gives it a clause and a severity. */
  adopt(problem: Finding, by: RuleInfo | undefined, ignores: Ignores): void
  /** One for each kind that is many, otherwise one for each place; in no order. */
  findings(): readonly Finding[]
  failures(): readonly RuleFailure[]
}

/** @param rules by id */
export function createCollector(document: GongwenDocument, stage: Stage, rules: ReadonlyMap<string, Rule>): Collector {
  const { profile } = document
  const kindsByRule = new Map<string, Kind[]>()
  const failures = new Map<string, RuleFailure>()
  /** Without what a finding says of itself: nearly all say nothing, and there may be thousands of one rule. */
  const severities = new Map<RuleInfo, Severity | undefined>()

  const severityFor = (rule: RuleInfo, weaker: Severity | undefined): Severity | undefined => {
    if (weaker !== undefined) return severityOf(rule, weaker, profile, stage)
    if (!severities.has(rule)) severities.set(rule, severityOf(rule, undefined, profile, stage))
    return severities.get(rule)
  }
  const put = (
    rule: string,
    severity: Severity | undefined,
    saying: Found | Finding,
    offset: number,
    ignores: Ignores | undefined,
  ): void => {
    if (severity === undefined) return
    const ignored = ignores?.cover(rule, saying.span, offset)
    const { candidates } = kindOf(kindsByRule, rule, severity, ignored !== undefined)
    candidates.push({ saying, offset, ignored })
  }

  return {
    take(said, offset, ignores) {
      for (const found of said.found) {
        put(found.rule.id, severityFor(found.rule, found.severity), found, offset, ignores)
      }
      for (const failure of said.failures) failures.set(failure.rule.id, failure)
    },
    adopt(problem, by, ignores) {
      const severity = by ? severityFor(by, undefined) : problem.severity
      put(by?.id ?? problem.rule, severity, problem, 0, ignores)
    },
    findings: () =>
      [...kindsByRule].flatMap(([id, kinds]) => {
        const rule = rules.get(id)
        const taken = rule?.yieldsTo ? placesOf(rule.yieldsTo, kindsByRule) : NOWHERE
        return kinds.flatMap((kind) => findingsOf(without(kind, taken), document, rule?.together))
      }),
    failures: () => [...failures.values()],
  }
}

function kindOf(byRule: Map<string, Kind[]>, rule: string, severity: Severity, ignored: boolean): Kind {
  let kinds = byRule.get(rule)
  if (!kinds) {
    kinds = []
    byRule.set(rule, kinds)
  }
  for (const kind of kinds) if (kind.severity === severity && kind.ignored === ignored) return kind
  const kind: Kind = { rule, severity, ignored, candidates: [] }
  kinds.push(kind)
  return kind
}

const NOWHERE: ReadonlySet<string> = new Set()

/** Where these rules report, comments aside. */
function placesOf(rules: readonly string[], byRule: ReadonlyMap<string, readonly Kind[]>): ReadonlySet<string> {
  const kinds = rules.flatMap((rule) => byRule.get(rule) ?? []).filter(({ ignored }) => !ignored)
  return new Set(kinds.flatMap(({ candidates }) => candidates.map(placeOf)))
}

function placeOf({ saying: { span }, offset }: Candidate): string {
  return `${span.start + offset} ${span.end + offset}`
}

function without(kind: Kind, taken: ReadonlySet<string>): Kind {
  if (taken.size === 0) return kind
  return { ...kind, candidates: kind.candidates.filter((candidate) => !taken.has(placeOf(candidate))) }
}
