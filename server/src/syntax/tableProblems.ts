import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { fix, problem } from './problem.ts'
import type { Block } from './tree.ts'

/** Rows that belong to no table, and rows pasted from a spreadsheet. */
export function findTableProblems(text: string, blocks: readonly Block[], problems: Finding[]): void {
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block
    if (block.type === 'containerDirective' && block.name !== '原样')
      findTableProblems(text, block.children ?? [], problems)
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
