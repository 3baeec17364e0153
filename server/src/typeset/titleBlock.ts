import type { Part } from '../model/document.ts'
import { SIZES } from '../standard/sizes.ts'
import { type Mm, ptToMm } from '../standard/units.ts'
import { balanceTitle } from './balance.ts'
import { type Job, pieceOf } from './job.ts'
import { bodyStyle, freeStyle } from './piece.ts'
import type { Row } from './row.ts'
import { bodyShape, type Shape, textRows } from './textRows.ts'

/** Title, 副题 and 题注 of a part. */
export interface TitleBlock {
  readonly rows: readonly Row[]
  readonly lines: readonly string[]
}

/**
 * The title in 2号小标宋, centred, its lines on the pitch of the text (7.3.1); below it 副题 and 题注 in 3号楷体 (practice).
 * The drafter's breaks stand; a line of more than 20 characters is balanced inside itself.
 * @param before blank above
 */
export function titleBlock(job: Job, part: Part, before: Mm, outlineLevel: number): TitleBlock {
  const lines = titleLines(job, part)
  const height = ptToMm(SIZES.二号)
  const title: Shape = {
    ...bodyShape(job, 'title', 'H1'),
    align: 'center',
    height,
    leading: job.linePitch - height,
    keepNext: true,
    source: job.source(part.title?.at),
  }
  const style = freeStyle('小标宋', SIZES.二号)
  const outline = { title: lines.join(''), level: outlineLevel }
  const rows = lines.flatMap((line, index) =>
    textRows(job, [pieceOf(job, line, style, 'title', part.title?.at)], {
      ...title,
      before: index === 0 ? before : 0,
      ...(index === 0 ? { outline } : {}),
    }),
  )
  const block = {}
  const joined = rows.map((row, index) =>
    index < rows.length - 1 ? { ...row, block } : withLeading({ ...row, block }, job),
  )
  return { rows: [...joined, ...belowTitle(job, part)], lines }
}

/** Behind the title the blank of a text line follows, not that of a title line. */
function withLeading(row: Row, job: Job): Row {
  return { ...row, after: job.leading }
}

function titleLines(job: Job, part: Part): readonly string[] {
  const names = [
    ...job.document.issuers.map((issuer) => issuer.value),
    ...job.document.profile.organs.map(({ name }) => name),
  ]
  return (part.title?.value ?? [])
    .filter((line) => line.trim() !== '')
    .flatMap((line) => balanceTitle(line.trim(), names))
}

function belowTitle(job: Job, part: Part): readonly Row[] {
  const shape: Shape = { ...bodyShape(job, 'subtitle', 'P'), align: 'center', keepNext: true }
  const rows: Row[] = []
  for (const element of [part.subtitle, part.adoption]) {
    if (!element) continue
    const name = element === part.subtitle ? 'subtitle' : 'adoption'
    for (const text of withBrackets(element.value, name).split('\n')) {
      const piece = pieceOf(job, text, bodyStyle('楷体'), name, element.at)
      rows.push(...textRows(job, [piece], { ...shape, element: name, source: job.source(element.at) }))
    }
  }
  return rows
}

/** 题注 stands in brackets; missing ones are added. */
function withBrackets(text: string, name: string): string {
  return name === 'adoption' && !/^[（(]/.test(text) ? `（${text}）` : text
}
