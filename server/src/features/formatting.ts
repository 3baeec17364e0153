/** Brings the document into the canonical spelling of the dialect without changing what it says. */
import { format } from '../format/format.ts'
import type { GongwenDocument } from '../model/document.ts'
import type { Edit } from '../text/edit.ts'

export function formatting(document: GongwenDocument): readonly Edit[] {
  return format(document)
}
