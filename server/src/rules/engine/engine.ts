/** One walk over a document calls all visitors; what they report becomes findings with severity, ignores and folds. */
import type { GongwenDocument } from '../../model/document.ts'
import { allParts } from '../../model/traverse.ts'
import type { Profile } from '../../profile/profile.ts'
import { type Section, sectionStart } from '../../syntax/tree.ts'
import type { Finding, RuleInfo, Severity } from '../../text/finding.ts'
import { optionsOf } from '../options.ts'
import type { Rule } from '../rule.ts'
import { keepApart } from './apart.ts'
import { type BlockPass, compileBlockPass, type Visitor, type VisitorsByKind } from './blockPass.ts'
import { createCollector } from './collector.ts'
import { type Ignores, readIgnores } from './ignore.ts'
import { sparingQuoted } from './quoted.ts'
import { createRecorder, type Recorder, type Said, SILENT, type Surroundings, type Visit } from './recorder.ts'
import { type Stage, settingOf } from './severity.ts'
import { compileTextPass } from './textPass.ts'
import { isOfWhole } from './wholeDocument.ts'

/** With `layout` the layout rules run too, with `others` the workspace rules. */
export interface LintOptions extends Surroundings {
  readonly stage: Stage
}

/** Findings with absolute spans, by place; ignored ones carry `ignored`. */
export type Linter = (document: GongwenDocument, options: LintOptions) => readonly Finding[]

/** A linter over these rules, with its own caches. */
export function createLinter(rules: readonly Rule[]): Linter {
  const visitors = visitorsByKind(rules)
  const passesUnder = compilePasses(rules, visitors)
  const named = new Map<string, RuleInfo>(
    rules.flatMap((rule) => [[rule.id, rule] as const, [rule.name, rule] as const]),
  )
  const adopters = new Map<string, RuleInfo>(
    rules.flatMap((rule) => (rule.adopts ?? []).map((id) => [id, rule] as const)),
  )
  const byId = new Map(rules.map((rule) => [rule.id, rule] as const))

  return (document, options) => {
    const { tree, profile } = document
    const { sectionSaid, blockPass } = passesUnder(profile)
    const recorder = createRecorder(document, options)
    const collector = createCollector(document, options.stage, byId)
    const ignores = readIgnores(tree, {
      find: (name) => named.get(name),
      ran: (rule) =>
        settingOf(rule, profile) !== 'off' &&
        (rule.scope !== 'layout' || options.layout !== undefined) &&
        (rule.scope !== 'workspace' || options.others !== undefined || options.missing !== undefined),
    })
    const visitAll = (kind: string, target: unknown, covered?: Ignores): void => {
      for (const { rule, visit } of visitors.get(kind) ?? []) recorder.global(rule, visit, target)
      collector.take(recorder.take(), 0, covered)
    }
    const visitText = (kind: string, target: unknown): void => visitAll(kind, target, ignores)

    for (const [index, section] of tree.sections.entries()) {
      const said = sectionSaid(section, recorder)
      if (said !== SILENT) collector.take(said, tree.starts[index] as number, ignores)
    }
    for (const part of allParts(document)) {
      blockPass(part, recorder, (said, section) => collector.take(said, sectionStart(tree, section), ignores))
      visitText('part', part)
    }
    visitElements(document, visitText)
    if (options.layout) visitText('layout', options.layout)
    if (options.others) visitText('others', options.others)
    if (options.missing) visitText('missing', options.missing)
    // What the parser and the model could not make sense of stands beside what the rules say.
    for (const problem of document.problems) collector.adopt(problem, adopters.get(problem.rule), ignores)

    for (const use of ignores.uses()) visitAll('ignore', use)
    const visitGroup = (name: string, severity: Severity | 'off'): void => {
      const group = rules.filter((rule) => rule.group === name)
      if (group.length === 0) visitAll('setting', { name, severity })
      for (const rule of group) visitAll('setting', { name: rule.name, severity, rule })
    }
    for (const [name, severity] of Object.entries(profile.rules)) {
      const rule = named.get(name)
      if (rule) visitAll('setting', { name, severity, rule })
      else visitGroup(name, severity)
    }
    for (const [name, settings] of Object.entries(profile.ruleOptions ?? {})) {
      const rule = named.get(name)
      if (!rule) visitAll('setting', { name, severity: 'hint' })
      else if (settings.length > 0) for (const problem of optionsOf(rule, profile).problems) visitAll('option', problem)
    }
    for (const failure of collector.failures()) visitAll('failure', failure)
    const findings = [...collector.findings()].sort(byPlace)
    return keepApart(options.attached ? findings.filter(({ rule }) => !isOfWhole(byId.get(rule))) : findings)
  }
}

function visitorsByKind(rules: readonly Rule[]): VisitorsByKind {
  const byKind = new Map<string, Visitor[]>()
  for (const rule of rules) {
    for (const [kind, visit] of Object.entries(rule.visit)) {
      if (kind === 'text') continue
      const group = byKind.get(kind) ?? []
      group.push({ rule, visit: visit as Visit })
      byKind.set(kind, group)
    }
  }
  return byKind
}

interface Passes {
  readonly sectionSaid: (section: Section, recorder: Recorder) => Said
  readonly blockPass: BlockPass
}

/** What block rules say outlives a document, but not the options under which they said it. */
function compilePasses(rules: readonly Rule[], visitors: VisitorsByKind): (profile: Profile) => Passes {
  const compile = (): Passes => ({ sectionSaid: compileSectionPass(rules), blockPass: compileBlockPass(visitors) })
  const byDefault = compile()
  const known = new WeakMap<object, Passes>()
  return ({ ruleOptions }) => {
    if (!ruleOptions || Object.keys(ruleOptions).length === 0) return byDefault
    let passes = known.get(ruleOptions)
    if (!passes) {
      passes = compile()
      known.set(ruleOptions, passes)
    }
    return passes
  }
}

/** What the `text` visitors say of a section, once for each section. */
function compileSectionPass(rules: readonly Rule[]): (section: Section, recorder: Recorder) => Said {
  const textPass = compileTextPass(rules.filter((rule) => rule.visit.text !== undefined))
  const known = new WeakMap<Section, Said>()
  return (section, recorder) => {
    let said = known.get(section)
    if (!said) {
      textPass(section, (rule, line) => recorder.local(rule, rule.visit.text as Visit, line, section))
      said = recorder.take()
      if (said !== SILENT) said = { ...said, found: said.found.map((each) => sparingQuoted(each, section)) }
      known.set(section, said)
    }
    return said
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
  const place = one.span.start - other.span.start || one.span.end - other.span.end
  return place || (one.rule < other.rule ? -1 : Number(one.rule > other.rule))
}
