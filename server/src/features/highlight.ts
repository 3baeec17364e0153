/** Every place of the name under the cursor in this document. */
import type { GongwenDocument } from '../model/document.ts'
import type { Summary } from '../model/summary.ts'
import type { Span } from '../text/span.ts'
import { nameAt, placesOf } from './names.ts'

export function highlight(
  document: GongwenDocument,
  offset: number,
  others: readonly Summary[],
): readonly { readonly span: Span; readonly kind: 'definition' | 'use' }[] {
  const found = nameAt(document, offset, others)
  if (!found) return []
  const { definition } = found.name
  return placesOf(found.name).map((span) => ({ span, kind: span === definition ? 'definition' : 'use' }))
}
