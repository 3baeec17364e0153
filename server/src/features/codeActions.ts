/**
 * What can be done about the findings at the cursor: mend one, mend all of its kind, mend all, leave it with a reason, explain it,
 * change how the office takes its rule; and without any finding, number the outline anew from here.
 */
import type { GongwenDocument } from '../model/document.ts'
import { findRule } from '../rules/registry.ts'
import { sourceText } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'
import type { Finding, Fix, Message, Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { intersects, type Span, touches } from '../text/span.ts'
import { diagnostics, type Surroundings } from './diagnostics.ts'
import { fixAll } from './fixAll.ts'
import type { HouseSeverity } from './houseSeverity.ts'
import type { IgnoreScope } from './ignore.ts'
import { joinFixes } from './joinFixes.ts'
import { renumber } from './renumber.ts'

export type ActionKind = 'quickfix' | 'refactor' | 'source.fixAll'

/** What stands behind an action that needs more than edits: a reason to be asked for, a page to be shown. */
export type ActionCommand =
  | { readonly name: 'ignore'; readonly rule: string; readonly offset: number; readonly scope: IgnoreScope }
  | { readonly name: 'ignoreBetween'; readonly rule: string; readonly span: Span }
  | { readonly name: 'explain'; readonly rule: string }
  | { readonly name: 'setSeverity'; readonly rule: string; readonly severity: HouseSeverity }

export interface Action {
  readonly title: Message
  readonly kind: ActionKind
  /** The one to be taken when the user does not choose. */
  readonly preferred: boolean
  readonly findings: readonly Finding[]
  readonly edits: readonly { readonly uri: Uri; readonly edits: readonly Edit[] }[]
  readonly command?: ActionCommand
}

/** @param wanted says which kinds the editor asked for: making all is work that nobody should pay for in vain */
export function codeActions(
  document: GongwenDocument,
  span: Span,
  surroundings: Surroundings,
  wanted: (kind: ActionKind) => boolean,
): readonly Action[] {
  const findings = diagnostics(document, surroundings)
  const here = findingsAt(findings, span)
  const quick = wanted('quickfix') ? here.flatMap((finding) => forFinding(document, finding, findings, span)) : []
  // A finding that is mended by it offers it already.
  const offered = quick.some(({ title }) => title.template === RENUMBER.template)
  const numbers = wanted('refactor') && !offered ? renumberHere(document, span) : []
  return [...quick, ...numbers, ...(wanted('source.fixAll') ? mendAll(document, surroundings) : [])]
}

const RENUMBER = message('从这里起重新编号')

function renumberHere(document: GongwenDocument, span: Span): readonly Action[] {
  const edits = renumber(document, span.start)
  if (edits.length === 0) return []
  return [{ title: RENUMBER, kind: 'refactor', preferred: false, findings: [], edits: [{ uri: document.uri, edits }] }]
}

/** A cursor at a border means the finding that it stands in, and only where there is none the one that it stands behind. */
function findingsAt(findings: readonly Finding[], span: Span): readonly Finding[] {
  const meeting = (meets: typeof intersects) =>
    findings.filter((finding) => [finding.span, ...(finding.also ?? [])].some((each) => meets(each, span)))
  const inside = meeting(intersects)
  return inside.length === 0 && span.start === span.end ? meeting(touches) : inside
}

function forFinding(
  document: GongwenDocument,
  finding: Finding,
  all: readonly Finding[],
  span: Span,
): readonly Action[] {
  const fixes = finding.fixes.map((fix, index) => ({
    title: fix.title,
    kind: 'quickfix' as const,
    preferred: index === 0 && finding.fixes.length === 1,
    findings: [finding],
    edits: fix.edits,
  }))
  return [...fixes, ...sameRule(document, finding, all), ...leaveOrExplain(document, finding, span)]
}

function sameRule(document: GongwenDocument, finding: Finding, all: readonly Finding[]): readonly Action[] {
  const alike = all.filter((other) => other.rule === finding.rule && other.fixes.length > 0)
  if (finding.fixes.length === 0 || alike.length < 2) return []
  const edits = joinFixes(alike.map((other) => editsIn(document.uri, other.fixes[0] as Fix)))
  const title = message('修复全文所有「{0}」问题（{1} 处）', nameOf(finding.rule), alike.length)
  return [{ title, kind: 'quickfix', preferred: false, findings: alike, edits: [{ uri: document.uri, edits }] }]
}

function leaveOrExplain(document: GongwenDocument, finding: Finding, selected: Span): readonly Action[] {
  const { rule } = finding
  if (!findRule(rule)) return []
  const action = (title: Message, command: ActionCommand): Action => ({
    title,
    kind: 'quickfix',
    preferred: false,
    findings: [finding],
    edits: [],
    command,
  })
  const offset = finding.span.start
  const inBody = offset >= (document.tree.frontMatter?.text.length ?? 0)
  const ignoreHere = action(message('在此处忽略「{0}」…', nameOf(rule)), {
    name: 'ignore',
    rule,
    offset,
    scope: 'here',
  })
  const ignoreSelected = action(message('在选中的段落里忽略「{0}」…', nameOf(rule)), {
    name: 'ignoreBetween',
    rule,
    span: selected,
  })
  return [
    ...(inBody ? [ignoreHere] : []),
    ...(inBody && isLong(document, selected) ? [ignoreSelected] : []),
    action(message('全文忽略「{0}」…', nameOf(rule)), { name: 'ignore', rule, offset, scope: 'file' }),
    action(message('查看规则「{0}」的依据和示例', nameOf(rule)), { name: 'explain', rule }),
    ...house(finding).map(([severity, title]) => action(title, { name: 'setSeverity', rule, severity })),
  ]
}

/** More choices would bury the fixes; the profile has them all. */
function house({ rule, severity }: Finding): readonly (readonly [HouseSeverity, Message])[] {
  const off = ['off', message('本单位不再检查「{0}」', nameOf(rule))] as const
  return severity === 'hint' ? [off] : [['hint', message('本单位把「{0}」只作提示', nameOf(rule))], off]
}

/** A selection over more than one line means the lines, not a word. */
function isLong({ tree }: GongwenDocument, { start, end }: Span): boolean {
  return /[\r\n]/.test(sourceText(tree).slice(start, end))
}

function mendAll(document: GongwenDocument, surroundings: Surroundings): readonly Action[] {
  const { edits } = fixAll(document, surroundings)
  if (edits.length === 0) return []
  const title = message('修复全文所有可自动修复的问题')
  return [{ title, kind: 'source.fixAll', preferred: false, findings: [], edits: [{ uri: document.uri, edits }] }]
}

function editsIn(uri: Uri, fix: Fix): readonly Edit[] {
  return fix.edits.filter((each) => each.uri === uri).flatMap((each) => each.edits)
}

function nameOf(rule: string): Message | string {
  const name = findRule(rule)?.name
  return name === undefined ? rule : message(name)
}
