import type { Pt } from '../standard/units.ts'

/** What the cells of a column ask for. */
export interface ColumnNeed {
  /** Its widest word. */
  readonly least: Pt
  /** Its widest cell set in one line. */
  readonly most: Pt
}

/** A cell's text set in one line. */
export interface CellNeed {
  readonly row: number
  readonly column: number
  readonly width: Pt
}

/**
 * Widths of columns that fill `width`: of sparing the modest columns and favouring the wordy ones what makes the
 * lower table. Undefined when even the widest words do not fit.
 */
export function fitColumns(
  needs: readonly ColumnNeed[],
  cells: readonly CellNeed[],
  width: Pt,
): readonly Pt[] | undefined {
  const fair = shareColumns(needs, width)
  if (!fair) return undefined
  const candidates = [fair, favourWordy(needs, width, Math.sqrt), favourWordy(needs, width, (need) => need)]
  return candidates.reduce((best, each) => (linesOf(each, cells) < linesOf(best, cells) ? each : best))
}

/** How many lines the rows have in all, near enough. */
function linesOf(widths: readonly Pt[], cells: readonly CellNeed[]): number {
  const rows: number[] = []
  for (const { row, column, width } of cells) {
    rows[row] = Math.max(rows[row] ?? 1, Math.ceil(width / (widths[column] as Pt)))
  }
  return rows.reduce((sum, lines) => sum + lines, 0)
}

/** Every column its least, the rest by what it asks for beyond that. */
function favourWordy(needs: readonly ColumnNeed[], width: Pt, weight: (need: Pt) => number): readonly Pt[] {
  const least = needs.reduce((sum, need) => sum + need.least, 0)
  const wishes = needs.map((need) => weight(need.most - need.least))
  const wish = wishes.reduce((sum, each) => sum + each, 0)
  if (wish === 0) return needs.map((need) => (need.least / least) * width)
  return needs.map((need, index) => need.least + ((width - least) * (wishes[index] as number)) / wish)
}

/**
 * Widths of columns that fill `width`: the modest ones get all they ask for, the wordy ones share the rest, and what is
 * left over is shared out. Undefined when even the widest words do not fit.
 */
function shareColumns(needs: readonly ColumnNeed[], width: Pt): readonly Pt[] | undefined {
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
