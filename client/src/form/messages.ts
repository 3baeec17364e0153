import type { ElementField } from '../../../server/src/lsp/protocol.ts'

/** What the extension tells the form. */
export type ToForm =
  | {
      readonly kind: 'fields'
      readonly document: string
      readonly title: string
      readonly fields: readonly ElementField[]
    }
  | { readonly kind: 'empty'; readonly text: string }

/** What the form tells the extension. */
export type FromForm =
  | { readonly kind: 'ready' }
  | { readonly kind: 'set'; readonly document: string; readonly key: string; readonly values: readonly string[] }

/** Words that the form writes itself. */
export interface FormTexts {
  /** Of an entry without value. */
  readonly none: string
  /** How to write several values. */
  readonly lines: string
  readonly example: string
  /** Of the box that shows what documents of another 格式 have. */
  readonly all: string
}
