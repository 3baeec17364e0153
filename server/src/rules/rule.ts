import type { GongwenDocument } from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import type { Summary } from '../model/summary.ts'
import type { Clock } from '../ports/clock.ts'
import type { At } from '../syntax/tree.ts'
import type { Argument, Finding, Fix, Message, RuleInfo, Severity } from '../text/finding.ts'
import type { Span } from '../text/span.ts'
import type { OptionSchema } from './options.ts'

export interface RuleContext {
  readonly document: GongwenDocument
  /** By name of the option, as the profile sets them or by default. */
  readonly options: Readonly<Record<string, unknown>>
  readonly layout?: LayoutFacts
  readonly others?: readonly Summary[]
  /** Files that the document names and that are not there. */
  readonly missing?: readonly string[]
  readonly clock: Clock
  /** A `Span` is absolute, an `At` is a place in a section; block rules use `At` so that their findings can be cached. */
  report(finding: Report): void
}

/** What a visitor found. */
export interface Report {
  readonly at: At | Span
  readonly message: Message
  /** Made by `fixes.ts`: their edits count from the section of an `At`, from the start of the text for a `Span`. */
  readonly fixes?: readonly Fix[]
  /** Weaker than the rule's own, for a case that published documents contain (a Chinese date of 2006). */
  readonly severity?: Severity
  readonly related?: NonNullable<Finding['related']>
}

/** One traversal calls all visitors. A block visitor sees its block and the outline path only: its findings are cached on the section. */
export interface Rule extends RuleInfo {
  readonly options?: OptionSchema
  /** Characters, or a list of characters and words, of which one must stand in a line for the `text` visitor to be called: a rule costs only where they stand. */
  readonly triggers?: string | readonly string[]
  /** From how many on findings fold into one: 20 unless given, 2 where the rule says them `together`. */
  readonly many?: number
  /** Says several findings of a document, of which the first arguments are given, in one sentence. Without it they fold when they are many. */
  readonly together?: (named: readonly Argument[]) => Message
  /** Ids of rules that say more: where one of them reports the same place, this one gives way. */
  readonly yieldsTo?: readonly string[]
  /** Problems of the parser or the model that this rule names: they get its id, clause and severity. */
  readonly adopts?: readonly string[]
  readonly visit: { readonly [kind: string]: (target: never, context: RuleContext) => void }
}
