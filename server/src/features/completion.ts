/** What may be typed at the cursor: keys and values of the front matter; in the text ordinals, phrases, names, dates. */
import type { GongwenDocument } from '../model/document.ts'
import type { Summary } from '../model/summary.ts'
import type { Clock } from '../ports/clock.ts'
import { sourceText } from '../syntax/tree.ts'
import type { Message } from '../text/finding.ts'
import type { Span } from '../text/span.ts'
import { completeFrontMatter, inFrontMatter } from './completeFrontMatter.ts'
import { completeText } from './completeText.ts'

export interface Completion {
  readonly label: string
  readonly kind: 'key' | 'value' | 'phrase' | 'reference'
  /** What it is, in a few words. */
  readonly detail?: Message
  readonly documentation?: Message
  readonly replace: Span
  readonly insert: string
  /** Where in `insert` the cursor belongs afterwards; its end unless said. */
  readonly caret?: number
  /** A key with fixed values: the editor should ask for those at once. */
  readonly goesOn: boolean
}

/** What a completion needs beside the document. */
export interface CompletionSurroundings {
  readonly clock: Clock
  readonly others: readonly Summary[]
  /** The last number of each series in the register; asked for only where a 发文字号 is written ({@link asksForNumber}). */
  readonly registered?: ReadonlyMap<string, number>
}

export function completion(
  document: GongwenDocument,
  offset: number,
  surroundings: CompletionSurroundings,
): readonly Completion[] {
  const text = sourceText(document.tree)
  return inFrontMatter(document, text, offset)
    ? completeFrontMatter(document, text, offset, surroundings)
    : completeText(document, text, offset, surroundings)
}
