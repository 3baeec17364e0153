import type { OrdinalReading } from '../standard/ordinals.ts'
import type { At, Block } from '../syntax/tree.ts'
import type { BodyBlock } from './document.ts'

/** What a line may be by its own form alone; where it stands decides whether it is taken for that. */
export type LineForm =
  | 'date'
  | 'nameAndDate'
  | 'docNumber'
  | 'bracketed'
  | 'attachmentLabel'
  | 'attachmentNote'
  | 'imprint'
  | 'oldImprint'
  | 'pageNumber'
  | 'contentsLabel'
  | 'unit'
  | 'caption'
  | 'tableNote'
  | 'plain'

/** The last block made of a line and what decided on it. */
export interface Memory {
  block: BodyBlock | undefined
  kind: string
  ordinal: OrdinalReading | undefined
  manner: unknown
  inArticle: boolean
  next: Line | undefined
}

/** What is remembered before the first line. */
export function emptyMemory(): Memory {
  return { block: undefined, kind: '', ordinal: undefined, manner: undefined, inArticle: false, next: undefined }
}

/** A source line with everything that can be said of it without its neighbours: computed once per section. */
export interface Line {
  readonly at: At
  readonly kind: 'text' | 'hash' | 'table' | 'figure' | 'divider' | 'break' | 'contents' | 'verbatim' | 'comment'
  /** What it says, without marks, escapes and blanks at its edges. */
  readonly text: string
  readonly block: Block
  readonly form: LineForm
  readonly landscape: boolean
  readonly ordinal: OrdinalReading | undefined
  readonly planOrdinal: OrdinalReading | undefined
  /** First and last of its “ and ”, or nothing. */
  readonly firstQuote: '“' | '”' | ''
  readonly lastQuote: '“' | '”' | ''
  /** How it was read the last time: read the same way, it gives the same object. */
  readonly memory: Memory
}

export type Lines = readonly Line[]

/** `text` lines that end a sentence or a clause are never titles, names or labels. */
export function endsOpen(text: string): boolean {
  return !/[。；，、：！？;:,!?…]$/.test(text)
}
