import type { Mm, Pt } from '../standard/units.ts'
import { ptToMm } from '../standard/units.ts'
import type { BrokenLine } from './breakLines.ts'
import type { Run } from './pages.ts'
import { type Piece, pieceSource } from './piece.ts'
import { shareSqueeze, squeezedBlank } from './squeeze.ts'
import type { Typefaces } from './typefaces.ts'
import type { Unit } from './units.ts'

/** A run before it has its place on the page and its source: what a line looks like, wherever it stands. */
export interface LooseRun {
  readonly piece: Piece
  /** What of the text of its piece it draws. */
  readonly start: number
  readonly end: number
  readonly face: string
  readonly scale: number
  readonly pitch: Pt
  /** From the left edge of the line's first cell. */
  readonly x: Pt
}

/** A run while glyphs are still added to it. */
interface OpenRun {
  readonly piece: Piece
  readonly start: number
  end: number
  readonly face: string
  readonly scale: number
  readonly x: Pt
  /** Where the glyphs end so far, without the pitch. */
  pen: Pt
  pitch: Pt | undefined
}

const SAME = 1e-4

/** Draws a broken line as runs; blanks and invisible characters only move the pen. */
export function setLine(units: readonly Unit[], line: BrokenLine, faces: Typefaces): readonly LooseRun[] {
  const { from } = line
  const to = lastInk(units, line)
  const squeezes = shareSqueeze(units, line, to)
  const gap = line.spread === 0 ? 0 : line.spread / Math.max(1, countGaps(units, from, to))
  const runs: LooseRun[] = []
  let open: OpenRun | undefined
  let pen = -((units[from] as Unit | undefined)?.glyph.before ?? 0)
  for (let i = from; i < to; i++) {
    const { glyph, piece, offset } = units[i] as Unit
    if (gap !== 0 && i > from && opensGap(glyph)) pen += gap
    const squeeze = squeezes?.get(i) ?? 0
    const width = glyph.width - squeeze
    if (glyph.kind === 'space' || glyph.kind === 'none') {
      pen += width
      continue
    }
    if (glyph.advance !== undefined) {
      const { size } = piece.style
      const advance = glyph.advance * size
      open = drawOn(
        open,
        runs,
        units[i] as Unit,
        offset,
        glyph.text.length,
        pen + penIn(units[i] as Unit, width, advance),
        advance,
      )
    } else {
      const before = squeeze === 0 ? glyph.before : squeezedBlank(units, i, line, to, squeeze)
      open = drawLetters(open, runs, units[i] as Unit, pen, i === from ? glyph.before : before, faces)
    }
    pen += width
  }
  if (open) runs.push(finish(open))
  return runs
}

/** A word, a number or a —— or ……, character by character. */
function drawLetters(
  open: OpenRun | undefined,
  runs: LooseRun[],
  unit: Unit,
  pen: Pt,
  before: Pt,
  faces: Typefaces,
): OpenRun | undefined {
  const { glyph, piece } = unit
  let at = pen + before
  let offset = unit.offset
  let current = open
  for (const character of glyph.text) {
    const advance = faces.advance(glyph.face, character) * piece.style.size * glyph.scale
    if (glyph.kind === 'dash') at = pen + dashPen(unit, character, offset, faces)
    current = drawOn(current, runs, unit, offset, character.length, at, advance)
    at += advance
    offset += character.length
  }
  return current
}

/** Adds a glyph to the open run, or begins another one where it cannot go on. */
function drawOn(
  open: OpenRun | undefined,
  runs: LooseRun[],
  { glyph, piece }: Unit,
  offset: number,
  length: number,
  at: Pt,
  advance: Pt,
): OpenRun {
  if (
    open !== undefined &&
    open.piece === piece &&
    open.end === offset &&
    open.face === glyph.face &&
    open.scale === glyph.scale
  ) {
    const pitch = at - open.pen
    const fits =
      open.pitch === undefined ? Math.abs(pitch) <= piece.style.size * 0.6 : Math.abs(open.pitch - pitch) <= SAME
    if (fits) {
      open.pitch ??= pitch
      open.end += length
      open.pen = at + advance
      return open
    }
  }
  if (open !== undefined) runs.push(finish(open))
  return {
    piece,
    start: offset,
    end: offset + length,
    face: glyph.face,
    scale: glyph.scale,
    x: at,
    pen: at + advance,
    pitch: undefined,
  }
}

function finish({ piece, start, end, face, scale, pitch, x }: OpenRun): LooseRun {
  return { piece, start, end, face, scale, pitch: pitch ?? 0, x }
}

/**
 * A run at its place.
 * @param piece the one that it was cut from, or another of the same text and style
 * @param x left edge of the line's first cell
 */
export function placeRun(run: Omit<LooseRun, 'piece'>, piece: Piece, x: Mm, baseline: Mm): Run {
  const placed: Writable<Run> = {
    kind: 'run',
    text: piece.text.slice(run.start, run.end),
    role: piece.style.role,
    face: run.face,
    size: piece.style.size,
    pitch: run.pitch,
    x: x + ptToMm(run.x),
    baseline,
    colour: piece.style.colour,
    element: piece.element,
  }
  const source = pieceSource(piece, run.start, run.end)
  if (source) placed.source = source
  if (run.scale !== 1) placed.scale = run.scale
  return placed
}

/** Filled step by step: a page has hundreds of runs, and copying an object for each optional field is felt. */
type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Width of a line as it is set, without blanks at its edges. */
export function lineWidth(units: readonly Unit[], line: BrokenLine): Pt {
  const to = lastInk(units, line)
  if (to === line.from) return 0
  let width = line.spread - line.squeeze - (units[line.from] as Unit).glyph.before - (units[to - 1] as Unit).glyph.after
  for (let i = line.from; i < to; i++) width += (units[i] as Unit).glyph.width
  return width
}

function lastInk(units: readonly Unit[], line: BrokenLine): number {
  let to = line.to
  while (to > line.from && (units[to - 1] as Unit).glyph.kind === 'space') to -= 1
  return to
}

/** Whether a line that is spread has a blank before a unit: not inside a word, not before an accent. */
function opensGap({ tied, width }: Unit['glyph']): boolean {
  return tied !== true && width > 0
}

function countGaps(units: readonly Unit[], from: number, to: number): number {
  let gaps = 0
  for (let i = from + 1; i < to; i++) if (opensGap((units[i] as Unit).glyph)) gaps += 1
  return gaps
}

/** Where the pen stands in the cell: opening marks at its right, closing marks and points at its left, others centred. */
function penIn(unit: Unit, width: Pt, advance: Pt): Pt {
  const { kind } = unit.glyph
  const { cell, size } = unit.piece.style
  if (kind === 'accent') return 0
  if (advance > 1.2 * size) return (width - advance) / 2
  if (advance >= 0.9 * size) return (cell - advance) / 2 - (kind === 'open' ? cell - width : 0)
  if (kind === 'open') return width - advance
  if (kind === 'close' || kind === 'point') return 0
  return (width - advance) / 2
}

/** The two halves of —— meet in the middle; the dots of …… stand in their cells. */
function dashPen(unit: Unit, character: string, offset: number, faces: Typefaces): Pt {
  const { cell, size } = unit.piece.style
  const advance = faces.advance(unit.glyph.face, character) * size
  const second = offset > unit.offset
  const ink = character === '—' && unit.glyph.text.length === 2 ? faces.ink(unit.glyph.face, character) : undefined
  if (!ink) return (second ? cell : 0) + (cell - advance) / 2
  return second ? cell - (ink.left / 1000) * size : cell - (ink.right / 1000) * size
}

/** Runs of a line with its first cell at `x`. */
export function placeLine(
  units: readonly Unit[],
  line: BrokenLine,
  x: Mm,
  baseline: Mm,
  faces: Typefaces,
): readonly Run[] {
  return setLine(units, line, faces).map((run) => placeRun(run, run.piece, x, baseline))
}

/** One line of all units as they are. */
export function wholeLine(units: readonly Unit[]): BrokenLine {
  return { from: 0, to: units.length, squeeze: 0, spread: 0 }
}
