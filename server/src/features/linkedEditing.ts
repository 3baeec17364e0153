/** While a 简称 is typed anew where it is given, all its uses follow. */
import type { GongwenDocument } from '../model/document.ts'
import type { Summary } from '../model/summary.ts'
import type { Span } from '../text/span.ts'
import { nameAt } from './names.ts'

/** @returns places of one text, the one at the cursor first; undefined anywhere else than in the bracket that gives a 简称 */
export function linkedEditing(
  document: GongwenDocument,
  offset: number,
  others: readonly Summary[],
): readonly Span[] | undefined {
  const found = nameAt(document, offset, others)
  if (found?.name.kind !== 'term' || found.span !== found.name.definition || found.name.uses.length === 0) {
    return undefined
  }
  return [found.span, ...found.name.uses]
}
