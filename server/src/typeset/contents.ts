import type { BodyBlock, ContentsBlock, OutlineBlock } from '../model/document.ts'
import { CELL } from '../standard/layout.ts'
import { SIZES } from '../standard/sizes.ts'
import { ptToMm } from '../standard/units.ts'
import { headingEntry } from './body.ts'
import { setWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import { bodyStyle, freeStyle, wordStyle } from './piece.ts'
import type { Row } from './row.ts'
import { baselineOf, bodyShape, type Shape, textRows } from './textRows.ts'

/** Levels that are listed, and how far the second stands in. */
const LEVELS = 2
/** Room for the page number at the right. */
const NUMBER_CELLS = 3

/**
 * 目录, derived from the headings of the part, on a page of its own (practice). Page numbers are known only when the
 * rows are drawn; {@link Job.headingPages} has them then.
 */
export function contentsRows(job: Job, block: ContentsBlock, blocks: readonly BodyBlock[]): readonly Row[] {
  const source = job.source(block.at)
  const height = ptToMm(SIZES.二号)
  const shape: Shape = { ...bodyShape(job, 'contents', 'P'), source }
  const title = textRows(job, [pieceOf(job, '目　录', freeStyle('小标宋', SIZES.二号), 'contents')], {
    ...shape,
    tag: 'H2',
    align: 'center',
    height,
    newPage: true,
    keepNext: true,
  })
  const entries = blocks
    .filter((each): each is OutlineBlock => each.kind === 'heading')
    .flatMap((heading) => entryRows(job, heading, shape))
  return [...title, ...entries.map((row, index) => (index === 0 ? { ...row, before: job.linePitch } : row))]
}

function entryRows(job: Job, heading: OutlineBlock, shape: Shape): readonly Row[] {
  const entry = headingEntry(heading)
  if (entry.level > LEVELS) return []
  const indent = (entry.level - 1) * 2 * CELL
  const right = job.width - NUMBER_CELLS * CELL
  const piece = pieceOf(job, entry.title, bodyStyle('仿宋'), 'contents', heading.at)
  const rows = textRows(job, [piece], { ...shape, first: indent, rest: indent + CELL, right })
  const last = rows.at(-1)
  const mark = last?.marks[0]
  if (!last || !mark) return rows
  const dots = Math.max(0, Math.floor((right - mark.rect.x - mark.rect.width) / CELL - 0.5))
  const leader = pieceOf(job, '…'.repeat(dots), bodyStyle('仿宋'), 'contents')
  const draw: Row['draw'] = (x, y) => {
    const baseline = y + baselineOf(shape.height)
    const page = job.headingPages.get(heading)
    const number = pieceOf(job, page === undefined ? '' : String(page + 1), wordStyle('仿宋'), 'contents')
    return [
      ...last.draw(x, y),
      ...setWord(job, leader, { right: x + right }, baseline),
      ...setWord(job, number, { right: x + job.width }, baseline),
    ]
  }
  return [...rows.slice(0, -1), { ...last, draw }]
}
