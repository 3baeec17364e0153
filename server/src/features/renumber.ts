/** Puts the numbers in order from the cursor on, among siblings, after something was put in, taken out or moved. */
import type { GongwenDocument, Part } from '../model/document.ts'
import { allParts } from '../model/traverse.ts'
import { isNumbered, type Numbered } from '../rules/outline/numbering.ts'
import { renumberFrom, siblingBefore } from '../rules/outline/outlineNumbers.ts'
import { absoluteSpan } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'
import { contains } from '../text/span.ts'

/** Counts on from the elder sibling; the first of its kind keeps its number, and the others count from it. */
export function renumber(document: GongwenDocument, offset: number): readonly Edit[] {
  const found = numberedAt(document, offset)
  if (!found) return []
  const { part, block } = found
  const before = siblingBefore(block, part)
  const number = before ? before.ordinal.number + 1 : block.ordinal.number
  return renumberFrom(block, number, part, (at) => absoluteSpan(document.tree, at)) ?? []
}

/** The block with an ordinal on which a place lies, and its part. */
export function numberedAt(
  { tree, ...document }: GongwenDocument,
  offset: number,
): { readonly part: Part; readonly block: Numbered } | undefined {
  const at = { start: offset, end: offset }
  for (const part of allParts({ tree, ...document })) {
    const block = part.body.find(
      (each) => tree.sections.includes(each.at.section) && contains(absoluteSpan(tree, each.at), at),
    )
    if (block) return isNumbered(block) ? { part, block } : undefined
  }
  return undefined
}
