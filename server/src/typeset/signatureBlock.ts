import type { Element } from '../model/document.ts'
import { BODY_HEIGHT, CELL, TYPE_AREA } from '../standard/layout.ts'
import { type Mm, ptToMm } from '../standard/units.ts'
import { fitWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import type { DisplayItem } from './pages.ts'
import { wordStyle } from './piece.ts'
import type { LooseSeal, Mark, Row } from './row.ts'
import { baselineOf, measure } from './textRows.ts'

/** A text of the signature, set in one line. */
export interface SignatureLine {
  readonly width: Mm
  /** Draws it with its left edge at `x` and its top at `y`. */
  readonly draw: (x: Mm, y: Mm) => readonly DisplayItem[]
  readonly mark: Omit<Mark, 'rect'> | undefined
}

/** Width of a date with two digits of month and day. */
const DATE_CELLS = 7

/**
 * Sets a text of the signature in one line.
 * @param room the widest that it may be
 */
export function signatureLine(
  job: Job,
  text: string,
  element: string,
  from: Element<string, unknown> | undefined,
  room: Mm = job.width,
): SignatureLine {
  // A draft has no date yet: its place is kept.
  if (text === '') return { width: DATE_CELLS * CELL, draw: () => [], mark: undefined }
  const piece = { ...pieceOf(job, text, wordStyle('仿宋'), element, from?.at), whole: element === 'signatory' }
  const source = job.source(from?.at)
  return {
    width: Math.min(room, ptToMm(measure(job, [piece]))),
    draw: (x, y) => fitWord(job, piece, { left: x }, y + baselineOf(BODY_HEIGHT), room),
    mark: { element, ...(source ? { source } : {}) },
  }
}

/** A line or a seal of the signature with its distance from the left edge and the top of the block. */
export interface PlacedLine {
  readonly line: SignatureLine
  readonly x: Mm
  readonly y: Mm
}
export interface PlacedSeal {
  /** Its top. */
  readonly y: Mm
  readonly height: Mm
  readonly draw: (x: Mm, y: Mm) => LooseSeal
}

/** The signature before it is parted. */
export interface SignatureBlock {
  readonly lines: readonly PlacedLine[]
  readonly seals: readonly PlacedSeal[]
}

/** The highest that a block may be so that its page holds a line of the text too. */
export function roomOf(job: Job, before: Mm): Mm {
  return TYPE_AREA.height - job.linePitch - before
}

/** Rows of a block; one as a rule, more where it is higher than a page with a line of text: that is reported. */
export function signatureBlockRows(job: Job, block: SignatureBlock, before: Mm): readonly Row[] {
  const most = roomOf(job, before)
  const heights = [...block.lines.map(({ y }) => y + BODY_HEIGHT), ...block.seals.map(({ y, height }) => y + height)]
  if (Math.max(...heights) <= most) return [blockRow(job, block, before)]
  const [first] = block.lines
  job.report('signature-over-page', first?.line.mark?.source, block.lines.length)
  return parted(block, most).map((part, index) => blockRow(job, part, index === 0 ? before : 0))
}

/** Parts of a block that are no higher than `most`, each measured from its own top. */
function parted(block: SignatureBlock, most: Mm): readonly SignatureBlock[] {
  const parts: { lines: PlacedLine[]; seals: PlacedSeal[]; top: Mm }[] = []
  const all = [
    ...block.lines.map((line) => ({ y: line.y, end: line.y + BODY_HEIGHT, line, seal: undefined })),
    ...block.seals.map((seal) => ({ y: seal.y, end: seal.y + seal.height, line: undefined, seal })),
  ].sort((a, b) => a.y - b.y)
  for (const { y, end, line, seal } of all) {
    let part = parts.at(-1)
    if (!part || end - part.top > most) {
      part = { lines: [], seals: [], top: y }
      parts.push(part)
    }
    if (line) part.lines.push({ ...line, y: y - part.top })
    else part.seals.push({ ...seal, y: y - part.top })
  }
  return parts
}

function blockRow(job: Job, { lines, seals }: SignatureBlock, before: Mm): Row {
  const height = Math.max(0, ...lines.map(({ y }) => y)) + BODY_HEIGHT
  return {
    height,
    reach: Math.max(height, ...seals.map((seal) => seal.y + seal.height)),
    before,
    after: job.leading,
    draw: (left, top) => lines.flatMap(({ line, x, y }) => line.draw(left + x, top + y)),
    seals: (left, top) => seals.map(({ y, draw }) => draw(left, top + y)),
    marks: lines.flatMap(({ line, x, y }) =>
      line.mark ? [{ ...line.mark, rect: { x, y, width: line.width, height: BODY_HEIGHT } }] : [],
    ),
    tag: 'P',
    block: {},
  }
}
