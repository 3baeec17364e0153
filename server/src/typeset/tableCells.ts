import type { Cell } from '../model/document.ts'
import { type Mm, mmToPt, type Pt, ptToMm } from '../standard/units.ts'
import { piecesOf, splitLines, stretchesOf, textOf } from './inline.ts'
import type { Job } from './job.ts'
import type { CellPlace, DisplayItem } from './pages.ts'
import { freeStyle, type Piece } from './piece.ts'
import type { Row } from './row.ts'
import type { GridCell } from './tableGrid.ts'
import { type NumberColumn, numberColumn, partNumber } from './tableNumbers.ts'
import { measure, type Shape, textRows } from './textRows.ts'

/** Blank between rule and text, in mm. */
export const PADDING = { side: 1.4, above: 1.4 } as const
/** From glyphs to glyphs of two lines, in parts of the size. */
const LEADING = 0.35

/** Heights of the lines of a table. */
export interface LineHeights {
  readonly glyph: Mm
  readonly leading: Mm
  /** From line to line. */
  readonly pitch: Mm
}

/** Of a line in a cell at this size, in millimetres. */
export function lineHeights(size: Pt): LineHeights {
  const glyph = ptToMm(size)
  return { glyph, leading: glyph * LEADING, pitch: glyph * (1 + LEADING) }
}

/** A cell with its text broken into lines. */
export interface SetCell extends GridCell {
  readonly place: CellPlace
  readonly lines: readonly Row[]
  readonly height: Mm
}

/** What the cells of a table share. */
export interface CellSetting {
  readonly size: Pt
  readonly headRows: number
  /** Left edges of the columns and the right edge of the last. */
  readonly edges: readonly Mm[]
  /** By column. */
  readonly numbers: readonly (NumberColumn | undefined)[]
}

export function setCell(job: Job, cell: GridCell, { size, headRows, edges, numbers }: CellSetting): SetCell {
  const { row, column, rows, columns } = cell
  const head = row < headRows
  const { glyph, leading, pitch } = lineHeights(size)
  const left = (edges[column] as Mm) + PADDING.side
  const right = (edges[column + columns] as Mm) - PADDING.side
  const ofNumbers = head || columns > 1 ? undefined : numbers[column]
  const point = ofNumbers && rightOfNumber(job, cell.cell, size, ofNumbers, left, right)
  const align = head ? 'center' : (cell.cell.align ?? (ofNumbers ? 'center' : 'left'))
  const shape: Shape = {
    element: 'tableCell',
    tag: head ? 'TH' : 'TD',
    align: point === undefined ? align : 'right',
    first: left,
    rest: left,
    right: point ?? right,
    height: glyph,
    leading,
    source: job.source(cell.cell.at),
  }
  const lines = cellPieces(job, cell.cell, size, head).flatMap((pieces) => textRows(job, pieces, shape))
  const height = Math.max(1, lines.length) * pitch - leading + 2 * PADDING.above
  return { ...cell, place: { row, column, rows, columns, head }, lines, height }
}

/** The pieces of a cell, by lines as typed. */
export function cellPieces(job: Job, cell: Cell, size: Pt, head = false): readonly (readonly Piece[])[] {
  const style = freeStyle(head ? '黑体' : '仿宋', size)
  return splitLines(stretchesOf(cell.inline, cell.at.section)).map((line) => piecesOf(job, line, style, 'tableCell'))
}

function typed(cell: Cell): string {
  return textOf(stretchesOf(cell.inline, cell.at.section)).trim()
}

function widthOf(job: Job, text: string, size: Pt): Pt {
  if (text === '') return 0
  return measure(job, [{ text, style: freeStyle('仿宋', size), element: 'tableCell', exact: false }])
}

/** Columns that hold numbers; one that the drafter set to the left stays as it is. */
export function numberColumns(
  job: Job,
  cells: readonly GridCell[],
  headRows: number,
  columns: number,
  size: Pt,
): readonly (NumberColumn | undefined)[] {
  const texts: string[][] = Array.from({ length: columns }, () => [])
  const leftward = new Set<number>()
  for (const { cell, row, column, columns: wide } of cells) {
    if (row < headRows || wide > 1) continue
    texts[column]?.push(typed(cell))
    if (cell.align === 'left') leftward.add(column)
  }
  return texts.map((column, index) =>
    leftward.has(index) ? undefined : numberColumn(column, (text) => widthOf(job, text, size)),
  )
}

/** Right edge of a number whose decimal point stands below those of its column; undefined for what is no number. */
function rightOfNumber(
  job: Job,
  cell: Cell,
  size: Pt,
  { before, behind }: NumberColumn,
  left: Mm,
  right: Mm,
): Mm | undefined {
  const parts = partNumber(typed(cell))
  if (!parts) return undefined
  const after = ptToMm(behind - widthOf(job, parts[1], size))
  if (cell.align === 'right') return right - after
  const blank = Math.max(0, right - left - ptToMm(before + behind)) / 2
  return right - blank - after
}

/** Lines of a cell, the first with its top at `y`. */
export function drawLines(lines: readonly Row[], place: CellPlace, x: Mm, y: Mm): readonly DisplayItem[] {
  let top = y
  return lines.flatMap((line) => {
    const items = line.draw(x, top).map((item) => (item.kind === 'run' ? { ...item, cell: place } : item))
    top += line.height + line.after
    return items
  })
}

/** What a column of numbers needs at least, without blanks. */
export function numberWidth(numbers: NumberColumn | undefined): Pt {
  return numbers ? numbers.before + numbers.behind : 0
}

export const SIDES: Pt = 2 * mmToPt(PADDING.side) + 1
