import type { Pt } from '../standard/units.ts'
import type { BrokenLine } from './breakLines.ts'
import type { Unit } from './units.ts'

/** What is taken out of each unit of a pushed-in line. */
type Shares = ReadonlyMap<number, Pt>

/**
 * Blanks are taken from the mark at the end of the line first (GB/T 15834—2011 5.1.10), then evenly from the other marks,
 * and from those beside numbers only where that is not enough: they are the same in every line.
 * @param to behind the last unit that is not blank
 */
export function shareSqueeze(units: readonly Unit[], line: BrokenLine, to: number): Shares | undefined {
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

/** Blank before the glyphs of a squeezed number: its blanks are given up alike, but for one that is dropped at an edge. */
export function squeezedBlank(units: readonly Unit[], i: number, line: BrokenLine, to: number, squeeze: Pt): Pt {
  return (units[i] as Unit).glyph.before * (1 - squeeze / blankOf(units, i, line.from, to))
}

/** What a unit has to give in its place: the blank of a number at an edge of the line is dropped already. */
function blankOf(units: readonly Unit[], i: number, from: number, to: number): Pt {
  const { shrink, before, after } = (units[i] as Unit).glyph
  return Math.max(0, shrink - (i === from ? before : 0) - (i === to - 1 ? after : 0))
}
