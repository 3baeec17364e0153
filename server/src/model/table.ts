import { type Merges, resolveMerges } from '../syntax/tableMerges.ts'
import type { At, Block } from '../syntax/tree.ts'
import type { Cell, TableBlock } from './document.ts'
import { elementOn } from './element.ts'
import type { Line } from './line.ts'
import { trimAt } from './text.ts'

type Grid = readonly (readonly Cell[])[]

interface Frame {
  readonly rows: Grid
  readonly headRows: number
}

/** The last table made of a line: with the same lines around it, it is the same object. */
const tablesByLine = new WeakMap<
  Line,
  { readonly table: TableBlock; readonly above: readonly Line[]; readonly notes: readonly Line[] }
>()
const framesByBlock = new WeakMap<Block, Frame>()

/** A table with the lines above and below it that belong to it. */
export function tableBlock(line: Line, above: readonly Line[], notes: readonly Line[]): TableBlock {
  const known = tablesByLine.get(line)
  if (known && sameLines(known.above, above) && sameLines(known.notes, notes)) return known.table
  const table = makeTable(line, above, notes)
  tablesByLine.set(line, { table, above, notes })
  return table
}

function sameLines(some: readonly Line[], others: readonly Line[]): boolean {
  return some.length === others.length && some.every((line, index) => line === others[index])
}

function makeTable(line: Line, above: readonly Line[], notes: readonly Line[]): TableBlock {
  const frame = frameOf(line)
  const caption = above.find(({ form }) => form === 'caption')
  const unit = above.find(({ form }) => form === 'unit')
  return {
    kind: 'table',
    at: line.at,
    rows: frame.rows,
    headRows: frame.headRows,
    ...(caption ? { caption: elementOn('caption', caption.text, [caption]) } : {}),
    ...(unit ? { unit: elementOn('unit', unit.text, [unit]) } : {}),
    notes: notes.map((note) => elementOn('tableNote', note.text, [note])),
    landscape: line.landscape,
  }
}

function frameOf(line: Line): Frame {
  const known = framesByBlock.get(line.block)
  if (known) return known
  const frame = readFrame(line)
  framesByBlock.set(line.block, frame)
  return frame
}

interface Place {
  readonly at: At
  readonly text: string
  readonly children: readonly Block[]
}

function readFrame(line: Line): Frame {
  const { section } = line.at
  const rows = (line.block.children ?? []).filter(({ type }) => type === 'tableRow')
  const places: Place[][] = rows.map((row) =>
    (row.children ?? []).map((cell) => {
      const at = contentAt({ section, span: cell.at })
      return { at, text: section.text.slice(at.span.start, at.span.end), children: cell.children ?? [] }
    }),
  )
  const headless = places.length > 1 && (places[0] ?? []).every(({ text }) => text === '')
  const kept = (headless ? places.slice(1) : places).filter((row) => row.length > 0)
  const merges = resolveMerges(kept.map((row) => row.map(({ text }) => text)))
  return {
    rows: cellsOf(kept, merges, line.block.align ?? []),
    headRows: headless ? 0 : countHeadRows(merges.grid),
  }
}

/** A cell's node covers its bar and blanks; the place is what is typed in it. */
function contentAt(at: At): At {
  const { section } = at
  let { start, end } = at.span
  if (section.text[start] === '|') start++
  if (end > start && section.text[end - 1] === '|' && section.text[end - 2] !== '\\') end--
  return trimAt({ section, span: { start, end } })
}

/** The first row is head, and every following one that is joined upwards into the head. */
function countHeadRows(grid: Merges['grid']): number {
  let count = Math.min(1, grid.length)
  while (count < grid.length && grid[count]?.some((cell) => cell.row < count)) count++
  return count === grid.length ? Math.min(1, grid.length) : count
}

/** Cells in their places; a row that is too short is filled up, so that the table has no holes. */
function cellsOf(
  rows: readonly (readonly Place[])[],
  { grid, stray }: Merges,
  align: NonNullable<Block['align']>,
): Grid {
  const strays = new Set(stray.map(({ row, column }) => `${row} ${column}`))
  return grid.map((line, row) =>
    line.flatMap((cell, column): Cell[] => {
      if (cell.row !== row || cell.column !== column) return []
      const place = rows[row]?.[column]
      const side = align[column]
      return [
        {
          at: place?.at ?? endOf(rows[row] as readonly Place[]),
          inline: place && !strays.has(`${row} ${column}`) ? inlineOf(place) : [],
          columns: cell.right - cell.column + 1,
          rows: cell.bottom - cell.row + 1,
          ...(side ? { align: side } : {}),
        },
      ]
    }),
  )
}

/** Where a cell would stand that is missing at the end of a row. */
function endOf(row: readonly Place[]): At {
  const { section, span } = (row.at(-1) as Place).at
  return { section, span: { start: span.end, end: span.end } }
}

function inlineOf({ at, children }: Place): readonly Block[] {
  return children.flatMap((child) => splitBreaks(at.section.text, child))
}

/** `<br>` breaks the line of a cell. */
function splitBreaks(source: string, child: Block): readonly Block[] {
  if (child.type !== 'text') return [child]
  const blocks: Block[] = []
  let from = child.at.start
  for (const match of source.slice(child.at.start, child.at.end).matchAll(/<br\s*\/?>/gi)) {
    const start = child.at.start + match.index
    if (start > from) blocks.push({ type: 'text', at: { start: from, end: start } })
    from = start + match[0].length
    blocks.push({ type: 'break', at: { start, end: from } })
  }
  if (from < child.at.end) blocks.push({ type: 'text', at: { start: from, end: child.at.end } })
  return blocks
}
