import { type Edit, withoutOverlap } from '../text/edit.ts'

/** The edits of fixes that can be made together. One that overlaps an earlier fix is left out whole: half a pair of brackets helps nobody. */
export function joinFixes(fixes: readonly (readonly Edit[])[]): readonly Edit[] {
  const kept = new Set(withoutOverlap(fixes.flat()))
  return fixes.filter((edits) => edits.every((edit) => kept.has(edit))).flat()
}
