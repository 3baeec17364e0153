import type { BodyBlock, FigureBlock, OutlineBlock, TextBlock } from '../model/document.ts'
import { textsOf } from '../model/text.ts'
import type { FontRole } from '../standard/fontRole.ts'
import { BODY_HEIGHT, CELL, INDENT_CELLS, MINUTES } from '../standard/layout.ts'
import { SIZES } from '../standard/sizes.ts'
import { ptToMm } from '../standard/units.ts'
import { dropStart, piecesOf, type Stretch, splitAt, splitLines, stretchesOf, textOf } from './inline.ts'
import { type Job, pieceOf } from './job.ts'
import { bodyStyle, freeStyle, type Piece, typedStyle } from './piece.ts'
import type { Row } from './row.ts'
import { bodyShape, labelledRows, type Shape, textRows } from './textRows.ts'

const INDENT = INDENT_CELLS * CELL

/** Rows of one block of running text; tables are set in their own file. */
export function blockRows(job: Job, block: Exclude<BodyBlock, { kind: 'table' | 'contents' }>): readonly Row[] {
  switch (block.kind) {
    case 'break':
      return []
    case 'figure':
      return figureRows(job, block)
    case 'verbatim':
      return verbatimRows(job, block)
    case 'heading':
    case 'item':
    case 'article':
      return outlineRows(job, block)
    case 'paragraph':
    case 'closing':
    case 'quoted':
      return paragraphRows(job, block)
  }
}

function paragraphRows(job: Job, block: TextBlock): readonly Row[] {
  const text = stretchesOf(block.inline, block.at.section)
  const attendance = job.document.format === '纪要' ? /^(?:出席|请假|列席)[：:]/.exec(textOf(text)) : null
  if (attendance) return attendanceRows(job, block, text, attendance[0].length)
  const pieces = piecesOf(job, trimmed(text), bodyStyle('仿宋'), 'body')
  return textRows(job, pieces, {
    ...bodyShape(job, 'body', 'P'),
    first: INDENT,
    text: true,
    source: job.source(block.at),
  })
}

/** 10.3: label 黑体, lists aligned behind its colon, a blank line above the first. */
function attendanceRows(job: Job, block: TextBlock, text: readonly Stretch[], label: number): readonly Row[] {
  const [head, list] = splitAt(text, (text[0] as Stretch).start + label)
  const hang = INDENT + label * CELL
  const labels = piecesOf(job, head, bodyStyle('黑体'), 'attendance').map((piece): [Piece, number] => [piece, INDENT])
  return labelledRows(job, labels, piecesOf(job, list, bodyStyle('仿宋'), 'attendance'), {
    ...bodyShape(job, 'attendance', 'P'),
    first: hang,
    rest: hang,
    before: textOf(head).startsWith('出席') ? MINUTES.attendanceBlankLines * job.linePitch : 0,
    source: job.source(block.at),
    text: true,
  })
}

const ATTENDANCE = [
  ['attendees', '出席：'],
  ['absentees', '请假：'],
  ['observers', '列席：'],
] as const

/** 出席, 请假, 列席 given as keys instead of paragraphs (10.3). */
export function attendanceKeyRows(job: Job): readonly Row[] {
  let first = true
  return ATTENDANCE.flatMap(([kind, label]) => {
    const element = job.document.head[kind]
    const names = textsOf(element)
    if (names.length === 0) return []
    const hang = INDENT + label.length * CELL
    const labels: [Piece, number][] = [[pieceOf(job, label, bodyStyle('黑体'), 'attendance'), INDENT]]
    const pieces = [pieceOf(job, names.join('、'), bodyStyle('仿宋'), 'attendance', element?.at)]
    const before = first ? MINUTES.attendanceBlankLines * job.linePitch : 0
    first = false
    const shape = { ...bodyShape(job, 'attendance', 'P'), first: hang, rest: hang, before, text: true }
    return labelledRows(job, labels, pieces, { ...shape, source: job.source(element?.at) })
  })
}

/** How a heading looks (7.3.3); chapters and unnumbered titles stand in the middle (practice). */
interface HeadingLook {
  readonly role: FontRole
  readonly level: number
  readonly centred: boolean
  readonly title: boolean
}

const LEVEL_ROLES: readonly FontRole[] = ['黑体', '楷体', '仿宋', '仿宋']

function lookOf(block: OutlineBlock): HeadingLook {
  const { ordinal } = block
  const marks = block.depth ?? 0
  if (!ordinal) {
    const level = Math.max(1, marks - 1)
    return { role: LEVEL_ROLES[level - 1] ?? '仿宋', level, centred: marks === 1, title: marks === 1 }
  }
  if (ordinal.series === '法规') {
    const section = ordinal.written.endsWith('节')
    return {
      role: section ? '楷体' : '黑体',
      level: section ? 2 : 1,
      centred: /[编章节]$/.test(ordinal.written),
      title: false,
    }
  }
  return { role: LEVEL_ROLES[ordinal.level - 1] ?? '仿宋', level: ordinal.level, centred: false, title: false }
}

function outlineRows(job: Job, block: OutlineBlock): readonly Row[] {
  const text = trimmed(stretchesOf(block.inline, block.at.section))
  const source = job.source(block.at)
  const shape: Shape = { ...bodyShape(job, 'body', 'P'), first: INDENT, text: true, source }
  if (block.kind === 'article') return textRows(job, articlePieces(job, block, text), shape)
  const tight = withoutOrdinalSpace(text, block)
  if (block.kind === 'item') return textRows(job, piecesOf(job, tight, bodyStyle('仿宋'), 'body'), shape)

  const look = lookOf(block)
  const outline = { ...entryOf(block, tight), key: block }
  if (block.runIn === undefined) return headingRows(job, tight, look, { ...shape, outline })
  const [head, rest] = splitAt(tight, block.runIn)
  const pieces = [
    ...piecesOf(job, head, bodyStyle(look.role), 'heading'),
    ...piecesOf(job, rest, bodyStyle('仿宋'), 'body'),
  ]
  return textRows(job, pieces, { ...shape, outline })
}

/** A heading as it is listed in bookmarks and 目录: without what follows it in its paragraph. */
export function headingEntry(block: OutlineBlock): { readonly title: string; readonly level: number } {
  return entryOf(block, withoutOrdinalSpace(trimmed(stretchesOf(block.inline, block.at.section)), block))
}

function entryOf(block: OutlineBlock, text: readonly Stretch[]): ReturnType<typeof headingEntry> {
  const head = block.runIn === undefined ? text : splitAt(text, block.runIn)[0]
  return { title: textOf(head).replace(/。$/, '').slice(0, 80), level: lookOf(block).level }
}

function headingRows(job: Job, text: readonly Stretch[], look: HeadingLook, shape: Shape): readonly Row[] {
  const tag = `H${Math.min(6, look.level + 1)}`
  const heading: Shape = { ...shape, element: 'heading', tag, keepNext: true, text: false, heading: true }
  if (look.title) {
    const pieces = piecesOf(job, text, freeStyle('小标宋', SIZES.二号), 'heading')
    const height = ptToMm(SIZES.二号)
    const leading = job.linePitch - height
    return textRows(job, pieces, { ...heading, first: 0, align: 'center', height, leading, before: job.linePitch })
  }
  const pieces = piecesOf(job, text, bodyStyle(look.role), 'heading')
  if (!look.centred) return textRows(job, pieces, heading)
  return textRows(job, pieces, { ...heading, first: 0, align: 'center' })
}

/** “第一条” in 黑体, one character blank, then the text (practice). */
function articlePieces(job: Job, block: OutlineBlock, text: readonly Stretch[]): readonly Piece[] {
  const written = block.ordinal?.written.length ?? 0
  const [number, rest] = splitAt(text, (text[0]?.start ?? 0) + written)
  const body = dropStart(rest, leadingSpaces(rest))
  return [
    ...piecesOf(job, number, bodyStyle('黑体'), 'heading'),
    { text: '\u3000', style: bodyStyle('仿宋'), element: 'body', exact: false },
    ...piecesOf(job, body, bodyStyle('仿宋'), 'body'),
  ]
}

/** A blank typed behind `1.` is not printed: the number already fills its cell. */
function withoutOrdinalSpace(text: readonly Stretch[], block: OutlineBlock): readonly Stretch[] {
  const written = block.ordinal?.series === '通用' ? block.ordinal.written.length : 0
  if (written === 0) return text
  const [number, rest] = splitAt(text, (text[0]?.start ?? 0) + written)
  const spaces = leadingSpaces(rest)
  return spaces === 0 ? text : [...number, ...dropStart(rest, spaces)]
}

function leadingSpaces(text: readonly Stretch[]): number {
  // Hardly ever: most lines begin with what is printed.
  if (text[0] === undefined || !/^\s/.test(text[0].text)) return 0
  return /^\s*/.exec(textOf(text))?.[0].length ?? 0
}

function trimmed(text: readonly Stretch[]): readonly Stretch[] {
  return dropStart(text, leadingSpaces(text))
}

/** Line by line on the grid as typed: a full-width space is one cell. */
function verbatimRows(job: Job, block: TextBlock): readonly Row[] {
  const shape: Shape = { ...bodyShape(job, 'verbatim', 'P'), text: true, source: job.source(block.at) }
  const lines = splitLines(stretchesOf(block.inline, block.at.section))
  return lines.flatMap((line) => textRows(job, piecesOf(job, line, typedStyle('仿宋'), 'verbatim'), shape))
}

/** Most of the height of a page that a figure may take, so that its caption stays beside it. */
const FIGURE_HEIGHT = 180
/** Ratio of the box for an image whose size is not known. */
const UNKNOWN_SIZE = { width: 3, height: 2 }

function figureRows(job: Job, block: FigureBlock): readonly Row[] {
  const source = job.source(block.at)
  const known = job.images.get(block.path)
  if (!known) job.report('image-size-unknown', source, block.path)
  const size = known ?? UNKNOWN_SIZE
  const most = Math.min(FIGURE_HEIGHT, job.width * 0.8)
  const scale = Math.min(job.width / size.width, most / size.height)
  const [width, height] = [size.width * scale, size.height * scale]
  const left = (job.width - width) / 2
  const image = { image: block.path, alt: block.caption ?? '', ...(source ? { source } : {}) }
  const figure: Row = {
    height,
    before: job.leading,
    after: job.leading,
    draw: (x, y) => [{ kind: 'image', rect: { x: x + left, y, width, height }, ...image }],
    marks: [{ element: 'figure', rect: { x: left, y: 0, width, height }, ...(source ? { source } : {}) }],
    tag: 'Figure',
    block,
    text: true,
    keepNext: block.caption !== undefined,
  }
  if (block.caption === undefined) return [figure]
  const caption = pieceOf(job, block.caption, freeStyle('仿宋', SIZES.四号), 'caption', block.at)
  return [figure, ...textRows(job, [caption], captionShape(job))]
}

/** Captions and notes of tables and figures: 4号, on lines of the text (practice). */
export function captionShape(job: Job, element = 'caption'): Shape {
  const height = ptToMm(SIZES.四号)
  return { ...bodyShape(job, element, 'Caption'), align: 'center', height, leading: job.leading + BODY_HEIGHT - height }
}
