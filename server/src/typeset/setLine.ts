import type { Mm, Pt } from '../standard/units.ts'
import { mmToPt, ptToMm } from '../standard/units.ts'
import type { BrokenLine } from './breakLines.ts'
import type { Run } from './pages.ts'
import { pieceSource } from './piece.ts'
import type { Typefaces } from './typefaces.ts'
import type { Unit } from './units.ts'

/** A run while glyphs are still added to it. */
interface OpenRun {
  readonly first: Unit
  text: string
  start: number
  end: number
  x: Pt
  /** Where the glyphs end so far, without the pitch. */
  pen: Pt
  pitch: Pt | undefined
}

const SAME = 1e-4

/** Draws a broken line as runs. @param x left edge of its first cell */
export function setLine(
  units: readonly Unit[],
  line: BrokenLine,
  x: Mm,
  baseline: Mm,
  faces: Typefaces,
): readonly Run[] {
  const to = lastInk(units, line)
  const squeezes = shareSqueeze(units, line, to)
  const gap = line.spread === 0 ? 0 : line.spread / Math.max(1, to - line.from - 1)
  const runs: Run[] = []
  let open: OpenRun | undefined
  let pen = mmToPt(x) - ((units[line.from] as Unit | undefined)?.glyph.before ?? 0)

  const close = () => {
    if (open) runs.push(finish(open, baseline))
    open = undefined
  }
  for (let i = line.from; i < to; i++) {
    const unit = units[i] as Unit
    const squeeze = squeezes?.get(i) ?? 0
    const width = unit.glyph.width - squeeze
    if (unit.glyph.kind === 'space') {
      pen += width + gap
      continue
    }
    // A squeezed number gives up its blanks alike, but for one that is dropped at an edge.
    const share = squeeze === 0 ? 1 : 1 - squeeze / blankOf(units, i, line.from, to)
    let at = pen + (i === line.from ? unit.glyph.before : unit.glyph.before * share)
    let offset = unit.offset
    for (const character of unit.glyph.text) {
      const advance =
        (unit.glyph.advance ?? faces.advance(unit.glyph.face, character)) * unit.piece.style.size * unit.glyph.scale
      if (unit.glyph.kind === 'dash') at = pen + dashPen(unit, character, offset, faces)
      else if (unit.glyph.kind !== 'latin') at = pen + penIn(unit, width, advance)
      if (!open || !append(open, unit, character, offset, at, advance)) {
        close()
        open = {
          first: unit,
          text: character,
          start: offset,
          end: offset + character.length,
          x: at,
          pen: at + advance,
          pitch: undefined,
        }
      }
      at += advance
      offset += character.length
    }
    pen += width + gap
  }
  close()
  return runs
}

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

function append(open: OpenRun, unit: Unit, character: string, offset: number, at: Pt, advance: Pt): boolean {
  const { first } = open
  if (first.piece !== unit.piece || first.glyph.face !== unit.glyph.face || first.glyph.scale !== unit.glyph.scale)
    return false
  if (open.end !== offset) return false
  const pitch = at - open.pen
  if (open.pitch === undefined) {
    if (Math.abs(pitch) > unit.piece.style.size * 0.6) return false
    open.pitch = pitch
  } else if (Math.abs(open.pitch - pitch) > SAME) return false
  open.text += character
  open.end = offset + character.length
  open.pen = at + advance
  return true
}

function finish(open: OpenRun, baseline: Mm): Run {
  const {
    piece,
    glyph: { face, scale },
  } = open.first
  const source = pieceSource(piece, open.start, open.end)
  return {
    kind: 'run',
    text: open.text,
    face,
    size: piece.style.size,
    pitch: open.pitch ?? 0,
    x: ptToMm(open.x),
    baseline,
    colour: piece.style.colour,
    ...(scale === 1 ? {} : { scale }),
    ...(source ? { source } : {}),
    element: piece.element,
  }
}

/** Where the pen stands in the cell: opening marks at its right, closing marks and points at its left, others centred. */
function penIn(unit: Unit, width: Pt, advance: Pt): Pt {
  const { cell, size } = unit.piece.style
  if (advance >= 0.9 * size)
    return (cell - size) / 2 + (size - advance) / 2 - (unit.glyph.kind === 'open' ? cell - width : 0)
  if (unit.glyph.kind === 'open') return width - advance
  if (unit.glyph.kind === 'close' || unit.glyph.kind === 'point') return 0
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

/** What is taken out of each unit of a pushed-in line. */
type Shares = ReadonlyMap<number, Pt>

/**
 * Blanks are taken from the mark at the end of the line first, then evenly from the other marks, and from those beside
 * numbers only where that is not enough: they are the same in every line.
 */
function shareSqueeze(units: readonly Unit[], line: BrokenLine, to: number): Shares | undefined {
  if (line.squeeze <= 0) return undefined
  const shares = new Map<number, Pt>()
  let left = line.squeeze
  const take = (among: readonly number[]) => {
    const room = among.reduce((sum, i) => sum + blankOf(units, i, line.from, to), 0)
    const part = Math.min(left, room)
    if (part <= 0) return
    for (const i of among) shares.set(i, (part * blankOf(units, i, line.from, to)) / room)
    left -= part
  }
  const marks: number[] = []
  const numbers: number[] = []
  const first = units[line.from] as Unit
  const last = units[to - 1] as Unit
  for (let i = line.from; i < to; i++) {
    const unit = units[i] as Unit
    if (unit.glyph.kind === 'latin') numbers.push(i)
    else if (unit.glyph.shrink > 0 && i < to - 1 && !(i === line.from && unit.glyph.kind === 'open')) marks.push(i)
  }
  if (last.glyph.kind !== 'latin') take([to - 1])
  take(marks)
  take(numbers)
  // An opening mark at the left edge keeps its blank where the others can give enough.
  if (first.glyph.kind === 'open') take([line.from])
  return shares
}

/** What a unit has to give in its place: the blank of a number at an edge of the line is dropped already. */
function blankOf(units: readonly Unit[], i: number, from: number, to: number): Pt {
  const unit = units[i] as Unit
  return unit.glyph.shrink - (i === from ? unit.glyph.before : 0) - (i === to - 1 ? unit.glyph.after : 0)
}
