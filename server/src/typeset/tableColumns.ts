import type { Pt } from '../standard/units.ts'

/** What the cells of a column ask for. */
export interface ColumnNeed {
  /** Its widest word. */
  readonly least: Pt
  /** Its widest cell set in one line. */
  readonly most: Pt
}

/**
 * Widths of columns that fill `width`: the modest ones get all they ask for, the wordy ones share the rest, and what is
 * left over is shared out. Undefined when even the widest words do not fit.
 */
export function shareColumns(needs: readonly ColumnNeed[], width: Pt): readonly Pt[] | undefined {
  let least = needs.reduce((sum, need) => sum + need.least, 0)
  if (least > width) return undefined
  const most = needs.reduce((sum, need) => sum + need.most, 0)
  if (most <= width) return needs.map((need) => (need.most / most) * width)
  const order = needs
    .map((_, index) => index)
    .sort((a, b) => (needs[a] as ColumnNeed).most - (needs[b] as ColumnNeed).most)
  const widths: Pt[] = needs.map(() => 0)
  let left = width
  order.forEach((column, index) => {
    const need = needs[column] as ColumnNeed
    least -= need.least
    const fair = Math.min(left / (order.length - index), left - least)
    const given = Math.min(need.most, Math.max(need.least, fair))
    widths[column] = given
    left -= given
  })
  return widths
}

/** The last way out: columns in proportion to their widest words. */
export function squeezeColumns(needs: readonly ColumnNeed[], width: Pt): readonly Pt[] {
  const least = needs.reduce((sum, need) => sum + need.least, 0)
  return needs.map((need) => (need.least / least) * width)
}
