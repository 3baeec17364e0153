import { type Edit, withoutOverlap } from '../text/edit.ts'

/**
 * The edits of fixes that can be made together. A fix any of whose edits overlaps one that comes before it by place, of whatever
 * fix, is left out whole: half a pair of brackets helps nobody. The order of the fixes decides only between equal spans.
 */
export function joinFixes(fixes: readonly (readonly Edit[])[]): readonly Edit[] {
  const kept = new Set(withoutOverlap(fixes.flat()))
  return fixes.filter((edits) => edits.every((edit) => kept.has(edit))).flat()
}
