import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { fix, problem } from './problem.ts'
import { resolveMerges } from './tableMerges.ts'
import type { Block } from './tree.ts'

/** Rows that belong to no table, rows pasted from a spreadsheet, and tables that are no rectangle. */
export function findTableProblems(text: string, blocks: readonly Block[], problems: Finding[]): void {
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block
    if (block.type === 'containerDirective' && block.name !== '原样')
      findTableProblems(text, block.children ?? [], problems)
    if (block.type === 'table') findShapeProblems(text, block, problems)
    const test = isRow(text, block) ? isRow : isPastedRow(text, block) ? isPastedRow : undefined
    if (!test) continue
    const rows = [block]
    while (test(text, blocks[index + 1]) && areNeighbours(text, rows.at(-1) as Block, blocks[index + 1] as Block))
      rows.push(blocks[++index] as Block)
    problems.push(
      test === isRow ? rowsAlone(rows, isInterrupted(text, blocks, index - rows.length + 1)) : pastedRows(text, rows),
    )
  }
}

/** Rows longer or shorter than the head, and cells joined so that no rectangle comes of it. */
function findShapeProblems(text: string, table: Block, problems: Finding[]): void {
  const rows = table.children ?? []
  const columns = rows[0]?.children?.length ?? 0
  for (const row of rows) {
    const count = row.children?.length ?? 0
    if (count === columns) continue
    const sentence =
      count < columns
        ? message('这一行有 {0} 格，表头有 {1} 格，少的按空格印在后面。请补上竖线。', count, columns)
        : message('这一行有 {0} 格，表头只有 {1} 格，表格会多出几列。请删去多的竖线，或者给表头补上。', count, columns)
    problems.push(problem('table-form', 'warning', row.at, sentence))
  }
  const cells = rows.map((row) => (row.children ?? []).map((cell) => ({ at: cell.at, text: typedIn(text, cell) })))
  const headless = cells[0]?.every((cell) => cell.text === '') === true
  const marks = cells.slice(headless ? 1 : 0)
  for (const { row, column } of resolveMerges(marks.map((line) => line.map((cell) => cell.text))).stray) {
    const cell = marks[row]?.[column]
    if (!cell) continue
    const sentence =
      cell.text === '<<'
        ? message('这里的“<<”左边没有可以合并的格，按空格排印。合并后要成长方形：“<<”写在同一行，前面是要合并到的格。')
        : message('这里的“^^”与上一行合并不起来，按空格排印。合并后要成长方形：上面的格有几列，这一行就写几个“^^”。')
    problems.push(problem('table-form', 'warning', cell.at, sentence))
  }
}

/** What is typed between the bars of a cell. */
function typedIn(text: string, { at }: Block): string {
  return text
    .slice(at.start, at.end)
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .trim()
}

function isRow(text: string, block: Block | undefined): boolean {
  return block?.type === 'paragraph' && text[block.at.start] === '|' && text[block.at.end - 1] === '|'
}

function isPastedRow(text: string, block: Block | undefined): boolean {
  return block?.type === 'paragraph' && text.slice(block.at.start, block.at.end).includes('\t')
}

/** Whether two blocks stand on lines that follow one another. */
function areNeighbours(text: string, upper: Block, lower: Block): boolean {
  return /^[^\n\r\v\f\u2028\u2029]*(?:\r\n|[\n\r\v\f\u2028\u2029])[^\n\r\v\f\u2028\u2029]*$/.test(
    text.slice(upper.at.end, lower.at.start),
  )
}

/** Whether a comment or a line of text directly above cuts these rows off a table. */
function isInterrupted(text: string, blocks: readonly Block[], index: number): boolean {
  const [table, between, row] = blocks.slice(Math.max(0, index - 2), index + 1)
  if (!table || !between || !row || table.type !== 'table') return false
  // What is more than a line, such as a box, is seen at a glance; sections may end behind it.
  if (/[\n\r\v\f\u2028\u2029]/.test(text.slice(between.at.start, between.at.end))) return false
  return areNeighbours(text, table, between) && areNeighbours(text, between, row)
}

function rowsAlone(rows: readonly Block[], interrupted: boolean): Finding {
  const sentence = interrupted
    ? message('表格在上一行被打断了，这几行已当作正文文字。注释和说明写在表格的前面或者后面，不写在中间。')
    : message('这几行不能读作表格，已当作正文文字。表格第二行要写“|---|---|”，列数与第一行相同。')
  return problem('table-form', 'warning', spanOf(rows), sentence)
}

function pastedRows(text: string, rows: readonly Block[]): Finding {
  const span = spanOf(rows)
  if (rows.length === 1)
    return problem(
      'tab',
      'warning',
      span,
      message('这一行里有制表符，印出来宽窄不定。要分列请用表格，要空开请用全角空格。'),
    )
  const cells = rows.map(({ at }) =>
    text
      .slice(at.start, at.end)
      .split('\t')
      .map((cell) => cell.trim().replaceAll('|', '\\|')),
  )
  const columns = cells.reduce((most, row) => Math.max(most, row.length), 0)
  const lines = cells.map((row) => `| ${[...row, ...Array<string>(columns - row.length).fill('')].join(' | ')} |`)
  lines.splice(1, 0, `|${'---|'.repeat(columns)}`)
  return problem(
    'pasted-table',
    'warning',
    span,
    message('粘贴的表格：这 {0} 行用制表符分列，已当作正文文字。请改为表格。', rows.length),
    [fix('suggestion', '改为表格', { span, text: lines.join('\n') })],
  )
}

function spanOf(rows: readonly Block[]): { start: number; end: number } {
  return { start: (rows[0] as Block).at.start, end: (rows.at(-1) as Block).at.end }
}
