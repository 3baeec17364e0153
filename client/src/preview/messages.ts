import type { PreviewPage, PreviewTitle, PrintedPlace } from '../../../server/src/lsp/protocol.ts'

/** What the extension tells the preview page. */
export type ToPage =
  | {
      readonly kind: 'pages'
      readonly version: number
      readonly pages: readonly PreviewPage[]
      readonly labels: readonly string[]
      readonly titles: readonly PreviewTitle[]
      /** On the button that shows how else a title may be broken. */
      readonly breaks: string
    }
  | { readonly kind: 'show'; readonly place: PrintedPlace }
  | { readonly kind: 'notice'; readonly text: string }

/** What the preview page tells the extension. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'chosen'; readonly place: PrintedPlace }
  | {
      readonly kind: 'broken'
      readonly version: number
      readonly position: PreviewTitle['position']
      readonly lines: readonly string[]
    }
