/** Brings the document into the canonical spelling of the dialect without changing what it says. */
import { format } from '../format/format.ts'
import type { GongwenDocument } from '../model/document.ts'
import type { Edit } from '../text/edit.ts'
import { contains, type Span } from '../text/span.ts'

export function formatting(document: GongwenDocument): readonly Edit[] {
  return format(document)
}

/** Only what lies in the span; a part of a table is left as it is. */
export function rangeFormatting(document: GongwenDocument, span: Span): readonly Edit[] {
  return format(document).filter((edit) => contains(span, edit.span))
}
