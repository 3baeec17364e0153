import type { SourceRef } from '../model/layoutFacts.ts'
import { BODY_HEIGHT } from '../standard/layout.ts'
import { type Mm, mmToPt, type Pt, ptToMm } from '../standard/units.ts'
import type { Job } from './job.ts'
import type { Run } from './pages.ts'
import { type SetLine, setParagraph } from './paragraph.ts'
import type { Piece } from './piece.ts'
import type { Bookmark, Mark, Row } from './row.ts'
import { placeLine, placeRun, wholeLine } from './setLine.ts'

/** How a paragraph stands on the page; lengths in mm. */
export interface Shape {
  readonly element: string
  readonly tag: string
  readonly source?: SourceRef | undefined
  readonly align: 'left' | 'center' | 'right'
  /** Left edge of the first line, from the left edge of the type area. */
  readonly first: Mm
  /** Left edge of the other lines. */
  readonly rest: Mm
  /** Right edge, from the left edge of the type area. */
  readonly right: Mm
  /** Height of the glyphs. */
  readonly height: Mm
  /** From the bottom of a line's glyphs to the top of the next line's. */
  readonly leading: Mm
  readonly before?: Mm
  readonly keepNext?: boolean
  readonly text?: boolean
  readonly heading?: boolean
  readonly newPage?: boolean
  readonly outline?: Bookmark
}

const NORMAL_ASCENT = 0.88

/** Baseline of glyphs of a height whose top is at 0: metrics are normalised to 880/−120. */
export function baselineOf(height: Mm): Mm {
  return height * NORMAL_ASCENT
}

/** Breaks and sets a paragraph: one row a line. */
export function textRows(job: Job, pieces: readonly Piece[], shape: Shape): readonly Row[] {
  const lines = setParagraph(job, pieces, mmToPt(shape.right - shape.first), mmToPt(shape.right - shape.rest))
  const block = {}
  return lines.map((line, index) => lineRow(pieces, line, shape, block, index, lines.length))
}

function lineRow(
  pieces: readonly Piece[],
  line: SetLine,
  shape: Shape,
  block: object,
  index: number,
  count: number,
): Row {
  const left = index === 0 ? shape.first : shape.rest
  const width: Mm = ptToMm(line.width)
  const offset = aligned(shape, left, width)
  const { source, outline, element, height } = shape
  const rect = { x: offset, y: 0, width, height }
  const row: Row = {
    height,
    before: index === 0 ? (shape.before ?? 0) : 0,
    after: shape.leading,
    draw: (x, y) => line.runs.map((run) => placeRun(run, pieces[run.nth] as Piece, x + offset, y + baselineOf(height))),
    marks: [source ? { element, rect, source } : { element, rect }],
    tag: shape.tag,
    block,
    keepNext: (shape.keepNext ?? false) || (count > 1 && shape.tag.startsWith('H') && index < count - 1),
    text: shape.text ?? false,
    heading: shape.heading ?? false,
    newPage: (shape.newPage ?? false) && index === 0,
  }
  return outline && index === 0 ? { ...row, outline } : row
}

function aligned(shape: Shape, left: Mm, width: Mm): Mm {
  if (shape.align === 'left') return left
  const room = shape.right - left - width
  return left + (shape.align === 'right' ? room : room / 2)
}

/**
 * A paragraph that hangs behind a label: the label is set by itself at `x`, so that no spreading of the line moves the
 * first character away from those below it.
 */
export function labelledRows(
  job: Job,
  labels: readonly [piece: Piece, x: Mm][],
  pieces: readonly Piece[],
  shape: Shape,
): readonly Row[] {
  const rows = textRows(job, pieces, shape)
  const first = rows[0]
  const start = labels[0]
  if (!first || !start) return rows
  const draw = (x: Mm, y: Mm) => [
    ...labels.flatMap(([piece, dx]) => setUnbroken(job, [piece], x + dx, y + baselineOf(shape.height))),
    ...first.draw(x, y),
  ]
  const marks = first.marks.map((mark): Mark => {
    const right = mark.rect.x + mark.rect.width
    return { ...mark, rect: { ...mark.rect, x: start[1], width: right - start[1] } }
  })
  return [{ ...first, draw, marks }, ...rows.slice(1)]
}

/** Pieces on one line, from `x` on. */
function setUnbroken(job: Job, pieces: readonly Piece[], x: Mm, baseline: Mm): readonly Run[] {
  const units = job.cut(pieces)
  return placeLine(units, wholeLine(units), x, baseline, job.faces)
}

/** Width of a text set in one line. */
export function measure(job: Job, pieces: readonly Piece[]): Pt {
  return job.cut(pieces).reduce((sum, unit) => sum + unit.glyph.width, 0)
}

/** A paragraph as wide as the frame, on the grid of the text. */
export function bodyShape(job: Job, element: string, tag: string): Shape {
  return {
    element,
    tag,
    align: 'left',
    first: 0,
    rest: 0,
    right: job.width,
    height: BODY_HEIGHT,
    leading: job.leading,
  }
}
