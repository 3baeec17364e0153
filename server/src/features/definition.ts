/** From a name to where it gets it: 附件1 to its text, a 简称 to its 以下简称, a citation to the title of the cited 公文. */
import type { GongwenDocument } from '../model/document.ts'
import type { Summary } from '../model/summary.ts'
import type { Uri } from '../text/finding.ts'
import type { Span } from '../text/span.ts'
import { linkAt } from './documentLinks.ts'
import { nameAt } from './names.ts'

/** A place in any file. */
export interface Place {
  readonly uri: Uri
  readonly span: Span
}

const TOP: Span = { start: 0, end: 0 }

export function definition(
  document: GongwenDocument,
  offset: number,
  others: readonly Summary[],
): { readonly from: Span; readonly to: Place } | undefined {
  const found = nameAt(document, offset, others)
  const target = found?.name.target
  if (target) return { from: found.span, to: { uri: target.uri, span: target.titleAt ?? TOP } }
  if (found?.name.definition) return { from: found.span, to: { uri: document.uri, span: found.name.definition } }
  const link = linkAt(document, offset, others)
  return link && { from: link.span, to: { uri: link.target, span: TOP } }
}
