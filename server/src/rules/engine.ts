/** One walk over a document calls all visitors; what they report becomes findings with severity, ignores and folds. */
import type { BodyBlock, GongwenDocument } from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import type { Summary } from '../model/summary.ts'
import { allParts } from '../model/traverse.ts'
import type { Clock } from '../ports/clock.ts'
import { type At, absoluteSpan, type Section } from '../syntax/tree.ts'
import type { Finding, RuleInfo } from '../text/finding.ts'
import { shift } from '../text/span.ts'
import { settleFix } from './fixes.ts'
import { foldMany } from './fold.ts'
import { applyIgnores } from './ignore.ts'
import type { Report, Rule, RuleContext } from './rule.ts'
import { type Stage, settingOf, severityOf } from './severity.ts'
import type { Found, RuleFailure } from './targets.ts'
import { compileTextPass } from './textPass.ts'

export interface LintOptions {
  readonly clock: Clock
  readonly stage: Stage
  /** Given: the layout rules run too. */
  readonly layout?: LayoutFacts
  /** Given: the workspace rules run too. */
  readonly others?: readonly Summary[]
}

/** Findings with absolute spans, by place; ignored ones carry `ignored`. */
export type Linter = (document: GongwenDocument, options: LintOptions) => readonly Finding[]

/** What visitors said of a section or a block, counted from the section's start; kept for as long as that lives. */
interface Said {
  readonly found: readonly Found[]
  readonly failures: readonly RuleFailure[]
}

type Visit = (target: unknown, context: RuleContext) => void

const SILENT: Said = { found: [], failures: [] }

/** A linter over these rules, with its own caches. The rules of the catalogue are in `lint`. */
export function createLinter(rules: readonly Rule[]): Linter {
  const visitors = visitorsByKind(rules)
  const textPass = compileTextPass(rules.filter((rule) => rule.visit.text !== undefined))
  const saidOfSection = new WeakMap<Section, Said>()
  const saidOfBlock = new WeakMap<BodyBlock, Said>()
  const named = new Map<string, RuleInfo>(
    rules.flatMap((rule) => [[rule.id, rule] as const, [rule.name, rule] as const]),
  )

  const adopters = new Map<string, RuleInfo>(
    rules.flatMap((rule) => (rule.adopts ?? []).map((id) => [id, rule] as const)),
  )

  const sectionSaid = (section: Section, options: LintOptions): Said => {
    const known = saidOfSection.get(section)
    if (known) return known
    const log = openLog()
    textPass(section, (rule, line) =>
      log.call(
        rule,
        rule.visit.text as Visit,
        line,
        blockContext(options, (report) => log.local(rule, section, report)),
      ),
    )
    saidOfSection.set(section, log.said())
    return log.said()
  }

  const blockSaid = (block: BodyBlock, options: LintOptions): Said => {
    const own = visitors.get(block.kind)
    const ordinal = 'ordinal' in block && block.ordinal ? visitors.get('ordinal') : undefined
    if (!own && !ordinal) return SILENT
    const known = saidOfBlock.get(block)
    if (known) return known
    const log = openLog()
    for (const { rule, visit } of [...(own ?? []), ...(ordinal ?? [])]) {
      log.call(
        rule,
        visit,
        block,
        blockContext(options, (report) => log.local(rule, block.at.section, report)),
      )
    }
    saidOfBlock.set(block, log.said())
    return log.said()
  }

  return (document, options) => {
    const findings: Finding[] = []
    const failures = new Map<string, RuleFailure>()
    const settle = (found: Found, offset: number): void => {
      const severity = severityOf(found.rule, found.severity, document.profile, options.stage)
      if (severity === undefined) return
      findings.push({
        rule: found.rule.id,
        severity,
        span: shift(found.span, offset),
        message: found.message,
        fixes: found.fixes.map((fix) => settleFix(fix, document.uri, document.version, offset)),
        ...(found.related ? { related: found.related } : {}),
      })
    }
    const take = (said: Said, offset: number): void => {
      for (const found of said.found) settle(found, offset)
      for (const failure of said.failures) failures.set(failure.rule.id, failure)
    }
    const visitAll = (kind: string, target: unknown): void => {
      for (const { rule, visit } of visitors.get(kind) ?? []) {
        const log = openLog()
        log.call(
          rule,
          visit,
          target,
          documentContext(document, options, (report) => log.absolute(rule, document, report)),
        )
        take(log.said(), 0)
      }
    }

    for (const [index, section] of document.tree.sections.entries()) {
      take(sectionSaid(section, options), document.tree.starts[index] as number)
    }
    const starts = new Map(
      document.tree.sections.map((section, index) => [section, document.tree.starts[index] as number]),
    )
    for (const part of allParts(document)) {
      for (const block of part.body) take(blockSaid(block, options), starts.get(block.at.section) ?? 0)
      visitAll('part', part)
    }
    visitElements(document, visitAll)
    if (options.layout) visitAll('layout', options.layout)
    if (options.others) visitAll('others', options.others)
    // What the parser and the model could not make sense of stands beside what the rules say.
    for (const problem of document.problems) {
      const rule = adopters.get(problem.rule)
      const severity = rule ? severityOf(rule, undefined, document.profile, options.stage) : problem.severity
      if (severity !== undefined) findings.push(rule ? { ...problem, rule: rule.id, severity } : problem)
    }

    const ignored = applyIgnores(document.tree, findings, {
      find: (name) => named.get(name),
      ran: (rule) =>
        settingOf(rule, document.profile) !== 'off' &&
        (rule.scope !== 'layout' || options.layout !== undefined) &&
        (rule.scope !== 'workspace' || options.others !== undefined),
    })
    findings.splice(0, findings.length, ...ignored.findings)
    for (const use of ignored.uses) visitAll('ignore', use)
    for (const [name, severity] of Object.entries(document.profile.rules)) {
      const rule = named.get(name)
      visitAll('setting', { name, severity, ...(rule ? { rule } : {}) })
    }
    for (const failure of failures.values()) visitAll('failure', failure)
    return [...foldMany(findings)].sort(byPlace)
  }
}

function visitorsByKind(
  rules: readonly Rule[],
): ReadonlyMap<string, readonly { readonly rule: Rule; readonly visit: Visit }[]> {
  const byKind = new Map<string, { rule: Rule; visit: Visit }[]>()
  for (const rule of rules) {
    for (const [kind, visit] of Object.entries(rule.visit)) {
      if (kind === 'text') continue
      const group = byKind.get(kind) ?? []
      byKind.set(kind, [...group, { rule, visit: visit as Visit }])
    }
  }
  return byKind
}

/** Collects what visitors report and which of them threw. */
function openLog() {
  const found: Found[] = []
  const failures: RuleFailure[] = []
  const add = (rule: Rule, report: Report, span: Found['span'], offset: number): void => {
    found.push({
      rule,
      span: shift(span, offset),
      message: report.message,
      fixes: offset === 0 ? (report.fixes ?? []) : (report.fixes ?? []).map((fix) => settleFix(fix, '', 0, offset)),
      ...(report.severity ? { severity: report.severity } : {}),
      ...(report.related ? { related: report.related } : {}),
    })
  }
  return {
    call(rule: Rule, visit: Visit, target: unknown, context: RuleContext): void {
      try {
        visit(target, context)
      } catch (error) {
        failures.push({ rule, error: error instanceof Error ? error.message : String(error) })
      }
    },
    local(rule: Rule, section: Section, report: Report): void {
      if (!isAt(report.at) || report.at.section !== section) throw new Error('a block rule reports in its own section')
      add(rule, report, report.at.span, 0)
    },
    absolute(rule: Rule, document: GongwenDocument, report: Report): void {
      const { at } = report
      if (!isAt(at)) add(rule, report, at, 0)
      else add(rule, report, at.span, absoluteSpan(document.tree, at).start - at.span.start)
    },
    said: (): Said => ({ found, failures }),
  }
}

function isAt(at: Report['at']): at is At {
  return 'section' in at
}

function documentContext(document: GongwenDocument, options: LintOptions, report: RuleContext['report']): RuleContext {
  const { clock, layout, others } = options
  return { document, options: undefined, clock, report, ...(layout ? { layout } : {}), ...(others ? { others } : {}) }
}

/** Findings of a block outlive the document they were made for, so its visitors must not look at it. */
function blockContext(options: LintOptions, report: RuleContext['report']): RuleContext {
  return {
    get document(): never {
      throw new Error('a block rule looks at its target only')
    },
    options: undefined,
    clock: options.clock,
    report,
  }
}

function visitElements(document: GongwenDocument, visit: (kind: string, target: unknown) => void): void {
  for (const element of [...Object.values(document.head), ...Object.values(document.imprint)]) {
    if (element) visit(element.kind, element)
  }
  for (const issuer of document.issuers) visit('issuer', issuer)
  for (const approver of document.approvers) visit('approver', approver)
  if (document.genre) visit('genre', document.genre)
  if (document.main.title) visit('title', document.main.title)
  if (document.main.addressee) visit('addressee', document.main.addressee)
  visit('document', document)
}

function byPlace(one: Finding, other: Finding): number {
  return (
    one.span.start - other.span.start ||
    one.span.end - other.span.end ||
    (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0)
  )
}
