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
  const kept = headless ? places.slice(1) : places
  return { rows: joinCells(kept, line.block.align ?? []), headRows: headless ? 0 : countHeadRows(kept) }
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
function countHeadRows(rows: readonly (readonly Place[])[]): number {
  let count = Math.min(1, rows.length)
  while (count < rows.length && rows[count]?.some(({ text }) => text === '^^')) count++
  return count === rows.length ? Math.min(1, rows.length) : count
}

function joinCells(rows: readonly (readonly Place[])[], align: NonNullable<Block['align']>): Grid {
  const grid: Spanning[][] = []
  for (const [y, row] of rows.entries()) {
    const made: Spanning[] = []
    for (const [x, place] of row.entries()) {
      const above = grid[y - 1]?.[x]
      const left = made[x - 1]
      if (place.text === '^^' && above) made.push(above)
      else if (place.text === '<<' && left) made.push(left)
      else made.push({ place, x, y, right: x, bottom: y })
      const cell = made[x] as Spanning
      cell.right = Math.max(cell.right, x)
      cell.bottom = Math.max(cell.bottom, y)
    }
    grid.push(made)
  }
  return grid.map((row, y) =>
    row
      .filter((cell, x) => cell.x === x && cell.y === y)
      .map((cell) => {
        const side = align[cell.x]
        return {
          at: cell.place.at,
          inline: cell.place.children.flatMap((child) => splitBreaks(cell.place.at.section.text, child)),
          columns: cell.right - cell.x + 1,
          rows: cell.bottom - cell.y + 1,
          ...(side ? { align: side } : {}),
        }
      }),
  )
}

interface Spanning {
  readonly place: Place
  readonly x: number
  readonly y: number
  right: number
  bottom: number
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
