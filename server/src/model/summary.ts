import type { Uri } from '../text/finding.ts'
import type { Span } from '../text/span.ts'

/** All that other documents may know of this one; workspace rules, 发文登记 and completion read only this. */
export interface Summary {
  readonly uri: Uri
  readonly version: number
  readonly key: string
  readonly issuer?: string
  readonly docNumber?: string
  readonly title?: string
  /** Where the title is written; its first line of several. */
  readonly titleAt?: Span
  readonly genre?: string
  readonly date?: string
  readonly cites: readonly { readonly title?: string; readonly docNumber?: string; readonly span: Span }[]
  readonly terms: readonly { readonly full: string; readonly short: string; readonly span: Span }[]
  readonly files: readonly string[]
}
