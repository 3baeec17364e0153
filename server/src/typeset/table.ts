import type { TableBlock } from '../model/document.ts'
import { TURNED, TYPE_AREA } from '../standard/layout.ts'
import { SIZES } from '../standard/sizes.ts'
import { type Mm, ptToMm } from '../standard/units.ts'
import { captionShape } from './figure.ts'
import { type Job, pieceOf } from './job.ts'
import type { CellPlace, DisplayItem, Line } from './pages.ts'
import { freeStyle } from './piece.ts'
import type { Row } from './row.ts'
import { drawLines, lineHeights, setCell } from './tableCells.ts'
import { fitTable } from './tableFit.ts'
import { gridOf } from './tableGrid.ts'
import { type Strip, stripsOf } from './tableStrips.ts'
import { textRows } from './textRows.ts'

const RULE: Mm = 0.25
/** Part of a page that the head may take to be drawn again on the pages that follow. */
const MOST_HEAD = 1 / 3

/** A table as wide as the page: caption and unit above, notes below; the head is drawn again on every page. */
export function tableRows(job: Job, table: TableBlock): readonly Row[] {
  const above = [
    ...(table.caption ? captionRows(job, table.caption, 'caption', 'center') : []),
    ...(table.unit ? captionRows(job, table.unit, 'unit', 'right') : []),
  ].map((row) => ({ ...row, keepNext: true }))
  const notes = table.notes.flatMap((note) => captionRows(job, note, 'tableNote', 'left'))
  const rows = gridRows(job, table)
  const last = rows.at(-1)
  if (!last) return [...above, ...notes]
  const before = above.length > 0 ? 0 : job.leading
  const [first, ...others] = [...rows.slice(0, -1), { ...last, after: job.leading, keepNext: notes.length > 0 }]
  return [...above, { ...(first as Row), before }, ...others, ...notes]
}

function captionRows(
  job: Job,
  { value, at }: TableBlock['notes'][number],
  element: 'caption' | 'unit' | 'tableNote',
  align: 'left' | 'center' | 'right',
): readonly Row[] {
  const piece = pieceOf(job, value, freeStyle('仿宋', SIZES.四号), element, at)
  return textRows(job, [piece], { ...captionShape(job, element), align, tag: element === 'caption' ? 'Caption' : 'P' })
}

/** A table whose cells are set, before it is drawn strip by strip. */
interface SetTable {
  readonly job: Job
  readonly table: TableBlock
  /** Left edges of the columns and the right edge of the last. */
  readonly edges: readonly Mm[]
  /** By row: the cells that cover it. */
  readonly covering: readonly (readonly CellPlace[])[]
}

function gridRows(job: Job, table: TableBlock): readonly Row[] {
  const cells = gridOf(table.rows)
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columns), 0)
  if (columns === 0) return []
  const { size, widths, numbers } = fitTable(job, table, cells, columns)
  const edges = [0]
  for (const width of widths) edges.push((edges.at(-1) as Mm) + ptToMm(width))
  const headRows = Math.min(table.headRows, table.rows.length - 1)
  const set = cells.map((cell) => setCell(job, cell, { size, headRows: table.headRows, edges, numbers }))
  const covering = coveringCells(set, table.rows.length)
  const grid: SetTable = { job, table, edges, covering }

  const page = job.width === TURNED.width ? TURNED.height : TYPE_AREA.height
  const heights = lineHeights(size)
  const headHeight = stripsOf(set, table.rows.length, heights, page)
    .filter(({ row }) => row < headRows)
    .reduce((sum, { height }) => sum + height, 0)
  const repeats = headHeight <= page * MOST_HEAD
  const strips = stripsOf(set, table.rows.length, heights, page - (repeats ? headHeight : 0))
  const block = {}
  const rows = strips.map((strip): Row => {
    const row = rowOf(grid, strip, block)
    return strip.row < headRows && repeats ? { ...row, keepNext: true } : row
  })
  const head = repeats ? repeated(rows.filter((_, index) => (strips[index] as Strip).row < headRows)) : []
  if (head.length === 0) return rows
  return rows.map((row, index) => ((strips[index] as Strip).row < headRows ? row : { ...row, repeat: head }))
}

/** The head as it stands on the pages that follow: read once, so it is no content there. */
function repeated(head: readonly Row[]): readonly Row[] {
  const block = {}
  return head.map((row) => ({ ...row, tag: 'Artifact', block, marks: [], before: 0 }))
}

function coveringCells(
  cells: readonly { readonly place: CellPlace }[],
  count: number,
): readonly (readonly CellPlace[])[] {
  const rows: CellPlace[][] = Array.from({ length: count }, () => [])
  for (const { place } of cells) {
    for (let row = place.row; row < place.row + place.rows; row++) rows[row]?.push(place)
  }
  return rows
}

function rowOf(grid: SetTable, strip: Strip, block: object): Row {
  const { job, table, edges } = grid
  const { height } = strip
  const width = edges.at(-1) as Mm
  const source = job.source(table.at)
  const across = (x: Mm, y: Mm) => [rule(x, y, x + width, y)]
  return {
    height,
    before: 0,
    after: 0,
    draw: (x, y) => [
      ...rules(grid, strip, x, y),
      ...strip.texts.flatMap(({ cell, lines, top }) => drawLines(lines, cell.place, x, y + top)),
    ],
    opens: across,
    closes: (x, y) => across(x, y + height),
    marks: [{ element: 'table', rect: { x: 0, y: 0, width, height }, ...(source ? { source } : {}) }],
    tag: 'Table',
    block,
    keepNext: strip.bound,
    text: true,
  }
}

/** Rules beside the cells of a strip, and above those that begin in it. Above the first and below the last of a page
 * the row draws its own. */
function rules({ covering, edges }: SetTable, strip: Strip, x: Mm, y: Mm): readonly DisplayItem[] {
  const bottom = y + strip.height
  const end = x + (edges.at(-1) as Mm)
  const lines = (covering[strip.row] as readonly CellPlace[]).flatMap((cell) => {
    const left = x + (edges[cell.column] as Mm)
    const right = x + (edges[cell.column + cell.columns] as Mm)
    const beside = { ...rule(left, y, left, bottom), cell }
    return strip.first && cell.row === strip.row ? [beside, rule(left, y, right, y)] : [beside]
  })
  return [...lines, rule(end, y, end, bottom)]
}

function rule(x1: Mm, y1: Mm, x2: Mm, y2: Mm): Line {
  return { kind: 'line', x1, y1, x2, y2, weight: RULE, colour: '黑', element: 'tableRule' }
}
