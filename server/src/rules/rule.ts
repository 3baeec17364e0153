import type { GongwenDocument } from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import type { Summary } from '../model/summary.ts'
import type { Clock } from '../ports/clock.ts'
import type { At } from '../syntax/tree.ts'
import type { Fix, Message, RuleInfo } from '../text/finding.ts'
import type { Span } from '../text/span.ts'

export interface RuleContext {
  readonly document: GongwenDocument
  readonly options: unknown
  readonly layout?: LayoutFacts
  readonly others?: readonly Summary[]
  readonly clock: Clock
  /** A `Span` is absolute, an `At` is a place in a section; block rules use `At` so that their findings can be cached. */
  report(finding: { readonly at: At | Span; readonly message: Message; readonly fixes?: readonly Fix[] }): void
}

/** One traversal calls all visitors. A block visitor sees its block and the outline path only: its findings are cached on the section. */
export interface Rule extends RuleInfo {
  readonly visit: { readonly [kind: string]: (target: never, context: RuleContext) => void }
}
