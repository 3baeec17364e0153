import type { PreviewPage, PrintedPlace } from '../../../server/src/lsp/protocol.ts'

/** What the extension tells the preview page. */
export type ToPage =
  | { readonly kind: 'pages'; readonly pages: readonly PreviewPage[]; readonly labels: readonly string[] }
  | { readonly kind: 'show'; readonly place: PrintedPlace }
  | { readonly kind: 'notice'; readonly text: string }

/** What the preview page tells the extension. */
export type FromPage = { readonly kind: 'ready' } | { readonly kind: 'chosen'; readonly place: PrintedPlace }
