/** What visitors are called with, by kind. A rule names the kinds it looks at; the engine finds them in one walk. */
import type {
  Element,
  FigureBlock,
  GongwenDocument,
  OutlineBlock,
  Part,
  TableBlock,
  TextBlock,
} from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import type { Summary } from '../model/summary.ts'
import type { At } from '../syntax/tree.ts'
import type { Finding, RuleInfo, Severity } from '../text/finding.ts'
import type { Span } from '../text/span.ts'

/** One line of running text, a title line, a heading, an attachment's name or a table cell, cut from the source. */
export interface TextLine {
  readonly text: string
  /** `text` is exactly what `at` covers. */
  readonly at: At
}

/** An ignore comment, after all findings were held against it. */
export interface IgnoreUse {
  readonly form: '忽略' | '忽略始' | '忽略终' | '全文忽略'
  /** As written: id or Chinese name. */
  readonly rule: string
  readonly reason: string
  /** The comment itself. */
  readonly span: Span
  readonly known: boolean
  readonly used: boolean
  /** A 忽略始 has its 忽略终, a 忽略终 its 忽略始. */
  readonly paired: boolean
}

/** A severity that the profile sets. */
export interface RuleSetting {
  /** As written in the profile. */
  readonly name: string
  readonly severity: Severity | 'off'
  /** Absent when no rule has the name. */
  readonly rule?: RuleInfo
}

/** A rule that threw, reported once. */
export interface RuleFailure {
  readonly rule: RuleInfo
  readonly error: string
}

/** Called a section or a block at a time; findings are cached, so such a visitor may look at its target and nothing else. */
export interface BlockTargets {
  readonly text: TextLine
  readonly paragraph: TextBlock
  readonly closing: TextBlock
  readonly quoted: TextBlock
  readonly verbatim: TextBlock
  readonly heading: OutlineBlock
  readonly item: OutlineBlock
  readonly article: OutlineBlock
  /** Any heading, item or article that has an ordinal. */
  readonly ordinal: OutlineBlock
  readonly table: TableBlock
  readonly figure: FigureBlock
}

type HeadKind =
  | 'copyNumber'
  | 'secrecy'
  | 'urgency'
  | 'issuerMark'
  | 'docNumber'
  | 'orderNumber'
  | 'issueNumber'
  | 'issueDate'
  | 'signatory'
  | 'signatureForm'
  | 'signedBy'
  | 'note'

type ImprintKind = 'copyTo' | 'distribution' | 'printer' | 'printDate' | 'openness'

/** Called at every check. */
export type DocumentTargets = { readonly [kind in HeadKind | ImprintKind]: Element<string, unknown> } & {
  readonly document: GongwenDocument
  /** The main text, every issued text and every attachment. */
  readonly part: Part
  readonly genre: Element<'genre'>
  readonly issuer: Element<'issuer'>
  readonly approver: Element<'approver'>
  /** Title of the main text. */
  readonly title: Element<'title', readonly string[]>
  readonly addressee: Element<'addressee', readonly string[]>
}

/** Called when there are such facts. */
export interface LaterTargets {
  readonly layout: LayoutFacts
  readonly others: readonly Summary[]
  /** Files that the document names and that are not there, as it names them. */
  readonly missing: readonly string[]
}

/** Called last, with what the engine itself found out. */
export interface EngineTargets {
  readonly ignore: IgnoreUse
  readonly setting: RuleSetting
  /** A setting of an option that cannot be used; its span is in the profile. */
  readonly option: Finding
  readonly failure: RuleFailure
}

export type Targets = BlockTargets & DocumentTargets & LaterTargets & EngineTargets

/** A finding before it has its severity, with edits that count from its own place. */
export interface Found {
  readonly rule: RuleInfo
  readonly span: Span
  readonly message: Finding['message']
  readonly fixes: Finding['fixes']
  readonly severity?: Severity
  readonly related?: NonNullable<Finding['related']>
}
