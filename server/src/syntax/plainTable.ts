import { trimmedEnd, trimmedStart } from './blanks.ts'
import type { Block } from './tree.ts'

const LINES = /[^\n\r\v\f\u2028\u2029]+/g
const INLINE_MARK = /[*_\\]|!\[/
const ROW = /^\|(?:[^|]+\|)+$/
const RULER = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+$/

/**
 * A run of lines that is nothing but a table without marks in its cells, each row within bars; `undefined` leaves it to micromark,
 * which takes a hundred times as long for the same blocks.
 */
export function readPlainTable(run: string, by: number): readonly Block[] | undefined {
  if (INLINE_MARK.test(run)) return undefined
  const rows: Row[] = []
  for (const line of run.matchAll(LINES)) {
    const lineEnd = line.index + line[0].length
    const start = trimmedStart(run, line.index, lineEnd)
    const row = { start, text: run.slice(start, trimmedEnd(run, start, lineEnd)) }
    if (!ROW.test(row.text)) return undefined
    rows.push(row)
  }
  const [head, ruler] = rows
  const last = rows.at(-1)
  if (!head || !ruler || !last || !RULER.test(ruler.text)) return undefined
  const align = ruler.text.slice(1, -1).split('|').map(alignOf)
  if (head.text.slice(1, -1).split('|').length !== align.length) return undefined
  rows.splice(1, 1)
  const at = {
    start: head.start + by,
    end: (rows.length === 1 ? ruler : last).start + (rows.length === 1 ? ruler : last).text.length + by,
  }
  return [{ type: 'table', at, children: rows.map((row) => rowBlock(row, by)), align }]
}

interface Row {
  readonly start: number
  readonly text: string
}

function alignOf(rule: string): 'left' | 'center' | 'right' | null {
  const ink = rule.trim()
  if (ink.startsWith(':')) return ink.endsWith(':') && ink.length > 1 ? 'center' : 'left'
  return ink.endsWith(':') ? 'right' : null
}

function rowBlock({ start, text }: Row, by: number): Block {
  const cells: Block[] = []
  let from = 1
  while (from < text.length) {
    const bar = text.indexOf('|', from)
    cells.push(cellBlock(text.slice(from, bar), start + from + by))
    from = bar + 1
  }
  return { type: 'tableRow', at: { start: start + by, end: start + text.length + by }, children: cells }
}

/** Only spaces and tabs surround the text of a cell; an empty one is a place behind its bar. */
function cellBlock(written: string, from: number): Block {
  const ink = /[^ \t](?:.*[^ \t])?/.exec(written)
  if (!ink) return { type: 'tableCell', at: { start: from + 1, end: from + 1 }, children: [] }
  const at = { start: from + ink.index, end: from + ink.index + ink[0].length }
  return { type: 'tableCell', at, children: [{ type: 'text', at }] }
}
