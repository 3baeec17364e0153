import type { Edit } from './edit.ts'
import type { Span } from './span.ts'

/** How much a finding weighs; only an error keeps a 公文 from being issued. */
export type Severity = 'error' | 'warning' | 'info' | 'hint'

/** As the editor names a document; for rules nothing but a name. */
export type Uri = string

/** Chinese template with {0}…; the English bundle is keyed by it, so no sentence is ever concatenated. */
export interface Message {
  readonly template: string
  readonly args: readonly Argument[]
}

/** Text of the document or a figure, which stays as it is, or words of ours, which are said in the reader's language too. */
export type Argument = string | number | Message

/** A change that mends a finding. `safe` ones never change what the text says and may be applied all at once. */
export interface Fix {
  readonly title: Message
  readonly kind: 'safe' | 'suggestion'
  /** Non-overlapping per document, against the version that was checked. Other documents only for rename-like fixes. */
  readonly edits: readonly { readonly uri: Uri; readonly version: number | null; readonly edits: readonly Edit[] }[]
}

/** One vocabulary for every problem, from the parser to the verifier. */
export interface Finding {
  /** Id of the rule, or of the problem of a lower room. */
  readonly rule: string
  readonly severity: Severity
  readonly span: Span
  readonly message: Message
  readonly fixes: readonly Fix[]
  readonly related?: readonly { readonly uri: Uri; readonly span: Span; readonly message: Message }[]
  /** More of the same kind folded into this one; their spans stay available to fix-all. */
  readonly also?: readonly Span[]
  readonly ignored?: { readonly reason: string }
}

/** How binding the source of a rule is: mandatory clause, recommendation, practice, superseded rule. */
export type Strength = '规定' | '推荐' | '实务' | '旧规'

/** An example of a rule: a text that it must report (and, if it has a fix, the mended text), or one on which it stays silent. */
export type Example = (
  | { readonly bad: string; readonly good?: string; readonly reports: number }
  | { readonly quiet: string }
) & {
  /** Texts of other documents of the workspace. */
  readonly others?: readonly string[]
  /** Files that the text names and that are not there. */
  readonly missing?: readonly string[]
  /** Text of the 红头.yaml that holds. */
  readonly profile?: string
}

/** One record feeds docs page, hover, settings schema, SARIF and `explain`. `name` is Chinese and may be used in ignore comments beside `id`. */
export interface RuleInfo {
  readonly id: string
  readonly name: string
  readonly group: string
  /** Source of the rule as people cite it, e.g. `GB/T 9704—2012 7.2.5`. */
  readonly clause: string
  readonly strength: Strength
  readonly severity: Severity
  readonly fix: 'safe' | 'suggestion' | 'none'
  readonly scope: 'block' | 'document' | 'layout' | 'workspace'
  /** 'issue': a hint while drafting, its own severity in `build` (number, date, 份号). */
  readonly due: 'always' | 'issue'
  /** JSON Schema of the rule's options. */
  readonly options?: object
  readonly examples: readonly Example[]
}
