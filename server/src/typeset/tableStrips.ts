import type { Mm } from '../standard/units.ts'
import type { Row } from './row.ts'
import { type LineHeights, PADDING, type SetCell } from './tableCells.ts'

/** A part of a table that no page parts: a row, or one line of a row that is higher than a page. */
export interface Strip {
  /** Of the table. */
  readonly row: number
  readonly height: Mm
  /** Stays with the strip after it: cells joined over both. */
  readonly bound: boolean
  readonly first: boolean
  readonly texts: readonly StripText[]
}

/** Lines of a cell in a strip. */
export interface StripText {
  readonly cell: SetCell
  readonly lines: readonly Row[]
  /** From the top of the strip to the first line. */
  readonly top: Mm
}

/**
 * Parts a table. A row stays whole unless it is higher than a page; joined cells keep their rows together unless these
 * are higher than a page, and then the lines of a joined cell are shared out over its rows from the top.
 * @param most height of what fits on a page below the head of the table
 */
export function stripsOf(cells: readonly SetCell[], count: number, heights: LineHeights, most: Mm): readonly Strip[] {
  const rows = rowHeights(cells, count, heights)
  const bound = boundRows(cells, rows, most)
  const strips: { strip: Strip; texts: StripText[] }[] = []
  const add = (strip: Omit<Strip, 'texts'>) => {
    const texts: StripText[] = []
    strips.push({ strip: { ...strip, texts }, texts })
  }
  const starts: number[] = []
  rows.forEach((height, row) => {
    starts.push(strips.length)
    const lines = height > most ? Math.ceil((height - 2 * PADDING.above + heights.leading) / heights.pitch) : 1
    for (let line = 0; line < lines; line++) {
      const edges = (line === 0 ? PADDING.above : 0) + (line === lines - 1 ? PADDING.above : 0)
      const height = heights.pitch + edges
      add({ row, height: lines === 1 ? (rows[row] as Mm) : height, bound: bound[row] === true, first: line === 0 })
    }
  })
  starts.push(strips.length)
  for (const cell of cells) {
    const own = strips.slice(starts[cell.row], starts[cell.row + cell.rows])
    const full = own.reduce((sum, { strip }) => sum + strip.height, 0)
    const whole = own.length === 1 || own.slice(0, -1).every(({ strip }) => strip.bound)
    if (whole) own[0]?.texts.push({ cell, lines: cell.lines, top: (full - cell.height) / 2 + PADDING.above })
    else shareOut(cell, own, heights)
  }
  return strips.map(({ strip }) => strip)
}

/** Gives each strip as many lines as it has room for; the last takes what is left. */
function shareOut(
  cell: SetCell,
  strips: readonly { readonly strip: Strip; readonly texts: StripText[] }[],
  { pitch, leading }: LineHeights,
): void {
  let from = 0
  strips.forEach(({ strip, texts }, index) => {
    const room = Math.max(1, Math.floor((strip.height + 0.01) / pitch))
    const to = index === strips.length - 1 ? cell.lines.length : Math.min(cell.lines.length, from + room)
    if (from === to && index > 0) return
    const top = strip.first ? PADDING.above : leading / 2
    texts.push({ cell, lines: cell.lines.slice(from, to), top })
    from = to
  })
}

/** Every row as high as its highest cell; the last row of a joined cell takes what it needs beyond them. */
function rowHeights(cells: readonly SetCell[], count: number, { glyph }: LineHeights): readonly Mm[] {
  const heights: Mm[] = Array.from({ length: count }, () => glyph + 2 * PADDING.above)
  for (const cell of cells) if (cell.rows === 1) heights[cell.row] = Math.max(heights[cell.row] as Mm, cell.height)
  for (const cell of cells) {
    if (cell.rows === 1) continue
    const last = cell.row + cell.rows - 1
    const have = heights.slice(cell.row, last + 1).reduce((sum, height) => sum + height, 0)
    if (cell.height > have) heights[last] = (heights[last] as Mm) + cell.height - have
  }
  return heights
}

/** Rows that stay with the row after them: those of joined cells, where all of them fit on a page. */
function boundRows(cells: readonly SetCell[], heights: readonly Mm[], most: Mm): readonly boolean[] {
  /** By row: the last row that is joined to it or to one before it. */
  const reach = heights.map((_, row) => row)
  for (const { row, rows } of cells) reach[row] = Math.max(reach[row] as number, row + rows - 1)
  const bound = heights.map(() => false)
  for (let from = 0; from < heights.length; ) {
    let to = from
    let height = 0
    for (let row = from; row <= to; row++) {
      to = Math.max(to, reach[row] as number)
      height += heights[row] as Mm
    }
    if (height <= most) bound.fill(true, from, to)
    from = to + 1
  }
  return bound
}
