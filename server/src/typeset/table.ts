import type { Cell, TableBlock } from '../model/document.ts'
import { SIZES } from '../standard/sizes.ts'
import { type Mm, mmToPt, type Pt, ptToMm } from '../standard/units.ts'
import { captionShape } from './body.ts'
import { piecesOf, splitLines, stretchesOf } from './inline.ts'
import { type Job, pieceOf } from './job.ts'
import type { DisplayItem, Line } from './pages.ts'
import { freeStyle } from './piece.ts'
import type { Row } from './row.ts'
import { type CellNeed, type ColumnNeed, fitColumns, squeezeColumns } from './tableColumns.ts'
import { type GridCell, gridOf } from './tableGrid.ts'
import { textRows } from './textRows.ts'

/** Sizes tried from the largest, until the widest words fit their columns (practice). */
const TABLE_SIZES: readonly Pt[] = [SIZES.四号, SIZES.小四, SIZES.五号, SIZES.小五]
/** Blank between rule and text, in mm. */
const PADDING = { side: 1.4, above: 1.4 } as const
const RULE: Mm = 0.25
/** From glyphs to glyphs of two lines, in parts of the size. */
const LEADING = 0.35

/** A table as wide as the page: caption and unit above, notes below; the head is drawn again on every page. */
export function tableRows(job: Job, table: TableBlock): readonly Row[] {
  const above = [
    ...(table.caption
      ? textRows(job, [pieceOf(job, table.caption.value, caption(), 'caption', table.caption.at)], {
          ...captionShape(job),
          keepNext: true,
        })
      : []),
    ...(table.unit
      ? textRows(job, [pieceOf(job, table.unit.value, caption(), 'unit', table.unit.at)], {
          ...captionShape(job, 'unit'),
          align: 'right',
          keepNext: true,
        })
      : []),
  ]
  const notes = table.notes.flatMap((note) =>
    textRows(job, [pieceOf(job, note.value, caption(), 'tableNote', note.at)], {
      ...captionShape(job, 'tableNote'),
      align: 'left',
    }),
  )
  const rows = gridRows(job, table)
  if (rows.length === 0) return [...above, ...notes]
  const before = above.length > 0 ? 0 : job.leading
  return [...above, { ...(rows[0] as Row), before }, ...rows.slice(1), ...notes]
}

function caption() {
  return freeStyle('仿宋', SIZES.四号)
}

function gridRows(job: Job, table: TableBlock): readonly Row[] {
  const cells = gridOf(table.rows)
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columns), 0)
  if (columns === 0) return []
  const { size, widths } = fitTable(job, table, cells, columns)
  const edges = [0]
  for (const width of widths) edges.push((edges.at(-1) as Mm) + ptToMm(width))
  const set = cells.map((cell) => setCell(job, table, cell, edges, size))
  const heights = rowHeights(set, table.rows.length, size)
  const head = Math.min(table.headRows, table.rows.length - 1)
  const grid: SetTable = { job, table, heights, edges, byRow: cellsByRow(set, table.rows.length), block: {} }
  const rows: Row[] = []
  for (let index = 0; index < table.rows.length; index++) {
    const repeat = index >= head ? rows.slice(0, head).map((row) => ({ ...row, block: {}, marks: [] })) : []
    const row = rowOf(grid, index)
    rows.push({ ...row, keepNext: row.keepNext || index < head, ...(repeat.length > 0 ? { repeat } : {}) })
  }
  return rows
}

/** A table whose cells are set, before it is drawn row by row. */
interface SetTable {
  readonly job: Job
  readonly table: TableBlock
  readonly heights: readonly Mm[]
  /** Left edges of the columns and the right edge of the last. */
  readonly edges: readonly Mm[]
  /** Cells that cover a row; joined ones in every row that they cover. */
  readonly byRow: readonly (readonly SetCell[])[]
  readonly block: object
}

function cellsByRow(cells: readonly SetCell[], count: number): readonly (readonly SetCell[])[] {
  const rows: SetCell[][] = Array.from({ length: count }, () => [])
  for (const cell of cells) for (let row = cell.row; row < cell.row + cell.rows; row++) rows[row]?.push(cell)
  return rows
}

/** The largest size at which every word fits its column. */
function fitTable(job: Job, table: TableBlock, cells: readonly GridCell[], columns: number) {
  const width = mmToPt(job.width)
  let needs: readonly ColumnNeed[] = []
  for (const size of TABLE_SIZES) {
    const found: CellNeed[] = []
    needs = columnNeeds(job, cells, columns, size, found)
    const widths = fitColumns(needs, found, width)
    if (widths) return { size, widths }
  }
  job.report('table-too-wide', job.source(table.at), columns)
  return { size: TABLE_SIZES.at(-1) as Pt, widths: squeezeColumns(needs, width) }
}

function columnNeeds(
  job: Job,
  cells: readonly GridCell[],
  columns: number,
  size: Pt,
  found: CellNeed[],
): readonly ColumnNeed[] {
  const padding = 2 * mmToPt(PADDING.side) + 1
  // Two characters are the least, so that no column becomes a thread.
  const needs = Array.from({ length: columns }, () => ({ least: size * 2 + padding, most: size * 2 + padding }))
  for (const cell of cells) {
    if (cell.columns > 1) continue
    const need = needs[cell.column] as { least: Pt; most: Pt }
    for (const line of cellLines(job, cell.cell, size)) {
      const units = job.cut(line)
      const whole = units.reduce((sum, unit) => sum + unit.glyph.width, 0)
      const word = units.reduce((most, unit) => Math.max(most, unit.glyph.width), 0)
      need.least = Math.max(need.least, Math.min(word, size * 12) + padding)
      need.most = Math.max(need.most, whole + padding)
      found.push({ row: cell.row, column: cell.column, width: whole + padding })
    }
  }
  return needs
}

function cellLines(job: Job, cell: Cell, size: Pt, head = false) {
  const style = freeStyle(head ? '黑体' : '仿宋', size)
  return splitLines(stretchesOf(cell.inline, cell.at.section)).map((line) => piecesOf(job, line, style, 'tableCell'))
}

interface SetCell extends GridCell {
  readonly lines: readonly Row[]
  readonly height: Mm
}

function setCell(job: Job, table: TableBlock, cell: GridCell, edges: readonly Mm[], size: Pt): SetCell {
  const left = (edges[cell.column] as Mm) + PADDING.side
  const right = (edges[cell.column + cell.columns] as Mm) - PADDING.side
  const head = cell.row < table.headRows
  const glyph = ptToMm(size)
  const lines = cellLines(job, cell.cell, size, head).flatMap((pieces) =>
    textRows(job, pieces, {
      element: 'tableCell',
      tag: head ? 'TH' : 'TD',
      align: head ? 'center' : (cell.cell.align ?? 'left'),
      first: left,
      rest: left,
      right,
      height: glyph,
      leading: glyph * LEADING,
      source: job.source(cell.cell.at),
    }),
  )
  const height = lines.length * glyph * (1 + LEADING) - glyph * LEADING + 2 * PADDING.above
  return { ...cell, lines, height: Math.max(height, glyph + 2 * PADDING.above) }
}

/** Every row as high as its highest cell; the last row of a joined cell takes what it needs beyond them. */
function rowHeights(cells: readonly SetCell[], count: number, size: Pt): readonly Mm[] {
  const heights: Mm[] = Array.from({ length: count }, () => ptToMm(size) + 2 * PADDING.above)
  for (const cell of cells) if (cell.rows === 1) heights[cell.row] = Math.max(heights[cell.row] as Mm, cell.height)
  for (const cell of cells) {
    if (cell.rows === 1) continue
    const last = cell.row + cell.rows - 1
    const have = heights.slice(cell.row, last + 1).reduce((sum, height) => sum + height, 0)
    if (cell.height > have) heights[last] = (heights[last] as Mm) + cell.height - have
  }
  return heights
}

function rowOf(
  { job, table, heights, edges, byRow, block }: SetTable,
  index: number,
): Row & { readonly keepNext: boolean } {
  const cells = byRow[index] as readonly SetCell[]
  const height = heights[index] as Mm
  const width = edges.at(-1) as Mm
  const source = job.source(table.at)
  return {
    height,
    before: 0,
    after: index === heights.length - 1 ? job.leading : 0,
    draw: (x, y) => [
      ...cells.flatMap((cell) => borders(cell, index, x, y, height, edges)),
      ...cells.flatMap((cell) => (cell.row === index ? drawCell(cell, x, y, heights) : [])),
    ],
    marks: [{ element: 'table', rect: { x: 0, y: 0, width, height }, ...(source ? { source } : {}) }],
    tag: 'Table',
    block,
    keepNext: cells.some((cell) => cell.row + cell.rows - 1 > index),
    text: true,
  }
}

function drawCell(cell: SetCell, x: Mm, y: Mm, heights: readonly Mm[]): readonly DisplayItem[] {
  const full = heights.slice(cell.row, cell.row + cell.rows).reduce((sum, height) => sum + height, 0)
  let top = y + (full - cell.height) / 2 + PADDING.above
  if (cell.lines.length === 0) return []
  return cell.lines.flatMap((line) => {
    const items = line.draw(x, top)
    top += line.height + line.after
    return items
  })
}

/** Rules around the part of a cell that lies in row `index`; none across a joined cell. */
function borders(cell: SetCell, index: number, x: Mm, y: Mm, height: Mm, edges: readonly Mm[]): readonly Line[] {
  const left = x + (edges[cell.column] as Mm)
  const right = x + (edges[cell.column + cell.columns] as Mm)
  const rule = (x1: Mm, y1: Mm, x2: Mm, y2: Mm): Line => {
    return { kind: 'line', x1, y1, x2, y2, weight: RULE, colour: '黑', element: 'tableRule' }
  }
  const lines = [rule(left, y, left, y + height), rule(right, y, right, y + height)]
  if (index === cell.row) lines.push(rule(left, y, right, y))
  if (index === cell.row + cell.rows - 1) lines.push(rule(left, y + height, right, y + height))
  return lines
}
