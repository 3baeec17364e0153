import type { RegisterRow } from '../../../server/src/lsp/protocol.ts'

/** What the extension tells the register. */
export interface ToRegister {
  readonly kind: 'rows'
  readonly rows: readonly RegisterRow[]
}

/** What the register tells the extension. */
export type FromRegister =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly uri: string }
  | { readonly kind: 'export' }

/** Words that the register writes itself. */
export interface RegisterTexts {
  readonly columns: Readonly<Record<'docNumber' | 'title' | 'genre' | 'date' | 'state' | 'standing', string>>
  readonly states: Readonly<Record<RegisterRow['state'], string>>
  readonly empty: string
  /** How many documents are listed. */
  readonly found: string
}
