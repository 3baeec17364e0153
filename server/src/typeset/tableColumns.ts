import type { Pt } from '../standard/units.ts'

/** What the cells of a column ask for. */
export interface ColumnNeed {
  /** Its widest word. */
  readonly least: Pt
  /** Its widest cell set in one line. */
  readonly most: Pt
}

/**
 * Widths of columns that fill `width`: each gets what it cannot do without, the rest goes where text would otherwise
 * wrap, and what is left over is shared out. Undefined when even the widest words do not fit.
 */
export function shareColumns(needs: readonly ColumnNeed[], width: Pt): readonly Pt[] | undefined {
  const least = needs.reduce((sum, need) => sum + need.least, 0)
  if (least > width) return undefined
  const most = needs.reduce((sum, need) => sum + need.most, 0)
  if (most <= width) {
    const rest = (width - most) / Math.max(1, most)
    return needs.map((need) => need.most * (1 + rest))
  }
  // Wrapping columns share by the square root, so that one long remark does not starve the others.
  const wishes = needs.map((need) => Math.sqrt(Math.max(0, need.most - need.least)))
  const wish = wishes.reduce((sum, each) => sum + each, 0)
  const given = needs.map((need, index) =>
    Math.min(need.most, need.least + ((width - least) * (wishes[index] as number)) / wish),
  )
  const spare = width - given.reduce((sum, each) => sum + each, 0)
  const open = needs.map((need, index) => Math.max(0, need.most - (given[index] as number)))
  const room = open.reduce((sum, each) => sum + each, 0)
  return given.map((each, index) => each + (room > 0 ? (spare * (open[index] as number)) / room : spare / needs.length))
}

/** The last way out: columns in proportion to their widest words. */
export function squeezeColumns(needs: readonly ColumnNeed[], width: Pt): readonly Pt[] {
  const least = needs.reduce((sum, need) => sum + need.least, 0)
  return needs.map((need) => (need.least / least) * width)
}
