/** What can be done about the findings at the cursor: mend one, mend all of its kind, mend all, leave it with a reason, explain it. */
import type { GongwenDocument } from '../model/document.ts'
import { findRule } from '../rules/registry.ts'
import type { Edit } from '../text/edit.ts'
import type { Finding, Fix, Message, Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { intersects, type Span, touches } from '../text/span.ts'
import { diagnostics, type Surroundings } from './diagnostics.ts'
import { fixAll } from './fixAll.ts'
import type { IgnoreScope } from './ignore.ts'
import { joinFixes } from './joinFixes.ts'

export type ActionKind = 'quickfix' | 'source.fixAll'

/** What stands behind an action that needs more than edits: a reason to be asked for, a page to be shown. */
export type ActionCommand =
  | { readonly name: 'ignore'; readonly rule: string; readonly offset: number; readonly scope: IgnoreScope }
  | { readonly name: 'explain'; readonly rule: string }

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
  const quick = wanted('quickfix') ? here.flatMap((finding) => forFinding(document, finding, findings)) : []
  return [...quick, ...(wanted('source.fixAll') ? mendAll(document, surroundings) : [])]
}

/** A cursor at a border means the finding that it stands in, and only where there is none the one that it stands behind. */
function findingsAt(findings: readonly Finding[], span: Span): readonly Finding[] {
  const meeting = (meets: typeof intersects) =>
    findings.filter((finding) => [finding.span, ...(finding.also ?? [])].some((each) => meets(each, span)))
  const inside = meeting(intersects)
  return inside.length === 0 && span.start === span.end ? meeting(touches) : inside
}

function forFinding(document: GongwenDocument, finding: Finding, all: readonly Finding[]): readonly Action[] {
  const fixes = finding.fixes.map((fix, index) => ({
    title: fix.title,
    kind: 'quickfix' as const,
    preferred: index === 0 && finding.fixes.length === 1,
    findings: [finding],
    edits: fix.edits,
  }))
  return [...fixes, ...sameRule(document, finding, all), ...leaveOrExplain(document, finding)]
}

function sameRule(document: GongwenDocument, finding: Finding, all: readonly Finding[]): readonly Action[] {
  const alike = all.filter((other) => other.rule === finding.rule && other.fixes.length > 0)
  if (finding.fixes.length === 0 || alike.length < 2) return []
  const edits = joinFixes(alike.map((other) => editsIn(document.uri, other.fixes[0] as Fix)))
  const title = message('修复全文所有「{0}」问题（{1} 处）', nameOf(finding.rule), alike.length)
  return [{ title, kind: 'quickfix', preferred: false, findings: alike, edits: [{ uri: document.uri, edits }] }]
}

function leaveOrExplain(document: GongwenDocument, finding: Finding): readonly Action[] {
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
  return [
    ...(inBody ? [ignoreHere] : []),
    action(message('全文忽略「{0}」…', nameOf(rule)), { name: 'ignore', rule, offset, scope: 'file' }),
    action(message('查看规则「{0}」的依据和示例', nameOf(rule)), { name: 'explain', rule }),
  ]
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

function nameOf(rule: string): string {
  return findRule(rule)?.name ?? rule
}
