import type { PreviewRequest, PreviewTitle, PrintedPlace } from '../../../server/src/lsp/protocol.ts'

type Drawn = NonNullable<PreviewRequest['result']>

/** What the extension tells the preview page. */
export type ToPage =
  | ({ readonly kind: 'pages' } & Drawn)
  | { readonly kind: 'show'; readonly place: PrintedPlace & { readonly page?: number } }
  | { readonly kind: 'notice'; readonly text: string }

/** What the preview page tells the extension. */
export type FromPage =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'reached' } & Reach)
  | { readonly kind: 'chosen'; readonly place: PrintedPlace }
  | { readonly kind: 'looked'; readonly look: Look }
  | {
      readonly kind: 'broken'
      readonly version: number
      readonly position: PreviewTitle['position']
      readonly lines: readonly string[]
    }

/** The pages on the screen and those a screen away, 0-based. */
export interface Reach {
  readonly first: number
  readonly last: number
}

/** How the user wants to see pages; kept from one preview to the next. */
export interface Look {
  /** `fit`: as wide as the window; else 1 is the size on paper. */
  readonly zoom: number | 'fit'
  readonly grid: boolean
  /** 花脸: findings are marked on the page. */
  readonly marked: boolean
  /** Light lines on dark paper. */
  readonly night: boolean
}

export const FIRST_LOOK: Look = { zoom: 'fit', grid: false, marked: false, night: false }

/** What VS Code keeps of a preview when the window is loaded anew. */
export interface Kept {
  /** Its URI. */
  readonly document: string
}

/** Words that the page writes itself. */
export interface PageTexts {
  /** `{0}`: the page's place, `{1}`: how many there are. */
  readonly page: string
  readonly breaks: string
  readonly unsigned: string
}
