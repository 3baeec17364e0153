import type { Edit } from '../text/edit.ts'

/** A line of a table whose cells were parted by tabs. */
export interface TabRow {
  /** What stands before its first cell: for the first row of a table without a head also an empty head. */
  readonly before: string
  /** What stands behind its last cell: for a head also the rule below it. */
  readonly behind: string
  readonly first: boolean
}

/** Two names or two dates side by side are a signature, not a table. */
const FEWEST_PAIRS = 3

/**
 * Which lines are rows of a table: two or more (of two columns three) in a run with the same number of tabs, which also part
 * empty cells at the edges. Tabs before every line of a run are an indent, a tab behind an ordinal is a blank. A line with
 * other tabs just above them is the head of another shape; then the table has none.
 */
export function tabRows(lines: readonly string[]): ReadonlyMap<number, TabRow> {
  const rows = new Map<number, TabRow>()
  for (let start = 0; start < lines.length; ) {
    const columns = columnsOf(lines[start])
    let end = start + 1
    while (end < lines.length && columnsOf(lines[end]) === columns) end++
    const run = lines.slice(start, end)
    if (columns > 1 && run.length >= (columns > 2 ? 2 : FEWEST_PAIRS) && !run.every((line) => line.startsWith('\t'))) {
      const rule = `\n|${' --- |'.repeat(columns)}`
      const headless = columnsOf(lines[start - 1]?.replace(/^\t+/, '')) > 1
      const empty = headless ? `|${'  |'.repeat(columns)}${rule}\n` : ''
      for (let at = start; at < end; at++) {
        const first = at === start
        rows.set(at, { before: `${first ? empty : ''}| `, behind: ` |${first && !headless ? rule : ''}`, first })
      }
    }
    start = end
  }
  return rows
}

/** `1.` and a tab are how a list comes out of a word processor. */
const LISTED = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[.．、]|[①-⑳])$/

function columnsOf(line: string | undefined): number {
  const cells = line?.split('\t') ?? []
  return cells.length === 2 && LISTED.test(cells[0] as string) ? 1 : cells.length
}

/** The bars between the cells of a row that begins at `start`; bars that were typed are text. */
export function barsOf(row: string, start: number): readonly Edit[] {
  return [...row.matchAll(/\t|[|\\]/g)].map(({ index, 0: mark }) =>
    mark === '\t'
      ? { span: { start: start + index, end: start + index + 1 }, text: ' | ' }
      : { span: { start: start + index, end: start + index }, text: '\\' },
  )
}
