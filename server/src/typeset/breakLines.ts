import type { Pt } from '../standard/units.ts'
import type { Unit } from './units.ts'

/** Units `from` to `to` (half-open) of a paragraph, and how their widths change to fill the line. */
export interface BrokenLine {
  readonly from: number
  readonly to: number
  /** What is taken out of the blanks of marks and numbers, in all. */
  readonly squeeze: Pt
  /** What is put between the units, in all. */
  readonly spread: Pt
}

/** Blank between units beyond which a line is left short rather than torn apart, in cells. */
const MOST_SPREAD = 0.4
/** … beyond which a 发文字号 or a range is parted after all, rather than loosening the line. */
const LOOSE_SPREAD = 0.2
/** … that nobody sees: a line is rather spread so far than its marks narrowed. */
const UNSEEN_SPREAD = 0.05
const TOLERANCE = 0.01

/**
 * Breaks a paragraph into lines. A mark that may not begin a line is pushed in by narrowing marks of the line
 * (GB/T 15834—2011 5.1.11); where that is not enough the line ends earlier and is spread (标点挤压: in before out).
 * Each step looks no further than a line: the work grows with the text, not faster.
 * @param width of line `n`, counted from 0
 */
export function breakLines(units: readonly Unit[], width: (line: number) => Pt): readonly BrokenLine[] {
  const lines: BrokenLine[] = []
  let from = 0
  while (from < units.length) {
    const line = nextLine(units, from, width(lines.length))
    lines.push(line)
    from = line.to
    while (from < units.length && (units[from] as Unit).glyph.kind === 'space') from += 1
  }
  return lines
}

/** A place where a line may end, with the width and the room up to there. */
interface Place {
  readonly to: number
  readonly total: Pt
  readonly shrink: Pt
}

/** What of a line fits, and where it may end. */
interface Fill extends Place {
  readonly free: Place | undefined
  /** Behind `free`, if at all. */
  readonly loose: Place | undefined
}

function nextLine(units: readonly Unit[], from: number, width: Pt): BrokenLine {
  const fill = fillLine(units, from, width)
  if (fill.to === units.length) {
    return { from, to: fill.to, squeeze: Math.max(0, inkWidth(units, from, fill) - width), spread: 0 }
  }
  const pushed = mayPush(units, from, fill, width) ? pushIn(units, fill, width) : undefined
  if (pushed?.bond === 'free')
    return withTail(units, { from, to: pushed.to, squeeze: pushed.squeeze, spread: 0 }, width)
  if (fill.free && blankOf(units, from, fill.free, width) <= LOOSE_SPREAD) {
    return withTail(units, spreadTo(units, from, fill.free, width), width)
  }
  if (pushed) return { from, to: pushed.to, squeeze: pushed.squeeze, spread: 0 }
  const place = fill.loose ?? fill.free
  if (place) return spreadTo(units, from, place, width)
  return { from, to: Math.max(fill.to, from + 1), squeeze: 0, spread: 0 }
}

/** Takes units until the line is full. Places are kept as numbers: a line has one at almost every character. */
function fillLine(units: readonly Unit[], from: number, width: Pt): Fill {
  // The blank before a number does not stand at the edge.
  const edge = (units[from] as Unit).glyph.before
  let total = -edge
  let shrink = -edge
  let [freeTo, freeTotal, freeShrink] = [-1, 0, 0]
  let [looseTo, looseTotal, looseShrink] = [-1, 0, 0]
  let to = from
  for (; to < units.length; to++) {
    const { glyph, bond } = units[to] as Unit
    if (to > from && bond !== 'firm') {
      if (bond === 'loose') {
        looseTo = to
        looseTotal = total
        looseShrink = shrink
      } else {
        freeTo = to
        freeTotal = total
        freeShrink = shrink
        looseTo = -1
      }
    }
    if (total + glyph.width - glyph.after > width + TOLERANCE && glyph.kind !== 'space') break
    total += glyph.width
    shrink += glyph.shrink
  }
  const free = freeTo < 0 ? undefined : { to: freeTo, total: freeTotal, shrink: freeShrink }
  const loose = looseTo < 0 ? undefined : { to: looseTo, total: looseTotal, shrink: looseShrink }
  return { to, total, shrink, free, loose }
}

/** A line that is full where it may end, or nearly so, is left as it is. */
function mayPush(units: readonly Unit[], from: number, { to, free }: Fill, width: Pt): boolean {
  return free === undefined || free.to < to || blankOf(units, from, free, width) > UNSEEN_SPREAD
}

/** Blank between the units of a line that ends at a place and is spread, in cells. */
function blankOf(units: readonly Unit[], from: number, place: Place, width: Pt): number {
  const spread = width - inkWidth(units, from, place)
  return spread / Math.max(1, place.to - from - 1) / (units[from] as Unit).piece.style.cell
}

function spreadTo(units: readonly Unit[], from: number, place: Place, width: Pt): BrokenLine {
  const spread = width - inkWidth(units, from, place)
  const short = blankOf(units, from, place, width) > MOST_SPREAD || spread < TOLERANCE
  return { from, to: place.to, squeeze: 0, spread: short ? 0 : spread }
}

/** Takes in what follows up to the next place where a line may end, if the blanks of the line have room for it. */
function pushIn(units: readonly Unit[], { to: over, total, shrink }: Fill, width: Pt) {
  let sum = total
  let room = shrink
  let to = over
  let loose: { to: number; squeeze: Pt; bond: 'loose' } | undefined
  for (;;) {
    const last = units[to] as Unit
    sum += last.glyph.width
    room += last.glyph.shrink
    to += 1
    if (sum - room > width + TOLERANCE) return loose
    const squeeze = Math.max(0, sum - last.glyph.after - width)
    const next = units[to]
    if (!next || next.bond === 'free' || next.glyph.kind === 'space') return { to, squeeze, bond: 'free' as const }
    if (next.bond === 'loose') loose = { to, squeeze, bond: 'loose' }
  }
}

/** How many marks may stand behind a last character. */
const MOST_MARKS = 3

/**
 * A last line of one character, with its marks or without: it is pushed in where marks can make room for it (GB/T
 * 15834—2011 5.1.11), else it gets company from the line before where nobody sees that one spread.
 */
function withTail(units: readonly Unit[], line: BrokenLine, width: Pt): BrokenLine {
  const { from, to } = line
  if (units.length - to > 1 + MOST_MARKS || !isSingle(units, to)) return line
  const edge = (units[from] as Unit).glyph.before
  let total = -edge
  let shrink = -edge
  for (let i = from; i < units.length; i++) {
    total += (units[i] as Unit).glyph.width
    shrink += (units[i] as Unit).glyph.shrink
  }
  if (total - shrink <= width + TOLERANCE)
    return { from, to: units.length, squeeze: Math.max(0, total - width), spread: 0 }
  const earlier = to - 1
  if (earlier <= from + 1 || (units[earlier] as Unit).bond !== 'free') return line
  const place = { to: earlier, total: widthOf(units, from, earlier), shrink: 0 }
  return blankOf(units, from, place, width) <= UNSEEN_SPREAD ? spreadTo(units, from, place, width) : line
}

function isSingle(units: readonly Unit[], from: number): boolean {
  let characters = 0
  for (let i = from; i < units.length; i++) {
    const { kind } = (units[i] as Unit).glyph
    if (kind === 'latin' || kind === 'dash') return false
    if (kind === 'plain') characters += 1
  }
  return characters === 1
}

function widthOf(units: readonly Unit[], from: number, to: number): Pt {
  let total = -(units[from] as Unit).glyph.before
  for (let i = from; i < to; i++) total += (units[i] as Unit).glyph.width
  return total
}

/** Without spaces at the end and the blank behind a number there. */
function inkWidth(units: readonly Unit[], from: number, { to, total }: Place): Pt {
  let width = total
  let last = to - 1
  for (; last > from && (units[last] as Unit).glyph.kind === 'space'; last--) width -= (units[last] as Unit).glyph.width
  return width - (units[last] as Unit).glyph.after
}
