import type { Part } from '../model/document.ts'
import { SIZES } from '../standard/sizes.ts'
import { type Mm, ptToMm } from '../standard/units.ts'
import type { At } from '../syntax/tree.ts'
import { balanceTitle, type TitleLines, titleBreaks } from './balance.ts'
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
  const printed = titleLines(job, part)
  const lines = printed.map(({ text }) => text)
  noteOthers(job, part, lines)
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
  const rows = printed.flatMap(({ text, at }, index) =>
    textRows(job, [pieceOf(job, text, style, 'title', at)], {
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

interface PrintedLine {
  readonly text: string
  /** The line of the source that it comes from. */
  readonly at: At | undefined
}

function titleLines(job: Job, { title }: Part): readonly PrintedLine[] {
  const names = organNames(job)
  return (title?.value ?? []).flatMap((typed, index) => {
    const line = typed.trim()
    if (line === '') return []
    return balanceTitle(line, names).map((text) => ({ text, at: title?.lines?.[index] ?? title?.at }))
  })
}

/** Other ways to break the whole title: the drafter may choose one, also where one was typed. */
function noteOthers(job: Job, part: Part, lines: TitleLines): void {
  const source = job.source(part.title?.at)
  if (!source || lines.length === 0) return
  const same = lines.join('\n')
  const whole = (part.title?.value ?? []).map((line) => line.trim()).join('')
  const others = titleBreaks(whole, organNames(job)).filter((each) => each.join('\n') !== same)
  if (others.length > 0) job.titles.set(part, { source, lines, others })
}

function organNames({ document }: Job): readonly string[] {
  return [...document.issuers.map((issuer) => issuer.value), ...document.profile.organs.map(({ name }) => name)]
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
