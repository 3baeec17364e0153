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
const MOST_SPREAD = 0.5
/** Blank between units that nobody sees: a line is rather spread so far than its marks narrowed, in cells. */
const UNSEEN_SPREAD = 0.05
const TOLERANCE = 0.01

/**
 * Breaks a paragraph into lines. A mark that may not begin a line is pushed in by narrowing marks of the line;
 * where that is not enough the line ends earlier and is spread (标点挤压: in before out).
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

function nextLine(units: readonly Unit[], from: number, width: Pt): BrokenLine {
  // The blank before a number does not stand at the edge.
  const edge = (units[from] as Unit).glyph.before
  let total = -edge
  let shrink = -edge
  let over = from
  /** Last place inside the line where it may end, with the width up to there. */
  let legal = from
  let legalTotal = 0
  while (over < units.length) {
    const unit = units[over] as Unit
    if (!unit.bonded && over > from) {
      legal = over
      legalTotal = total
    }
    if (total + unit.glyph.width - unit.glyph.after > width + TOLERANCE && unit.glyph.kind !== 'space') break
    total += unit.glyph.width
    shrink += unit.glyph.shrink
    over += 1
  }
  if (over === units.length) {
    return { from, to: over, squeeze: Math.max(0, inkWidth(units, from, over, total) - width), spread: 0 }
  }

  const spread = legal === from ? Number.POSITIVE_INFINITY : width - inkWidth(units, from, legal, legalTotal)
  const cell = (units[from] as Unit).piece.style.cell
  const each = spread / Math.max(1, legal - from - 1)
  if (legal < over || each > UNSEEN_SPREAD * cell) {
    const pushed = pushIn(units, over, width, total, shrink)
    if (pushed) return { from, to: pushed.to, squeeze: pushed.squeeze, spread: 0 }
  }
  if (legal === from) return { from, to: Math.max(over, from + 1), squeeze: 0, spread: 0 }
  return { from, to: legal, squeeze: 0, spread: each > MOST_SPREAD * cell || spread < TOLERANCE ? 0 : spread }
}

/** Takes in what follows up to the next place where a line may end, if the blanks of the line have room for it. */
function pushIn(units: readonly Unit[], over: number, width: Pt, total: Pt, shrink: Pt) {
  let sum = total
  let room = shrink
  let to = over
  let last: Unit
  do {
    last = units[to] as Unit
    sum += last.glyph.width
    room += last.glyph.shrink
    to += 1
    if (sum - room > width + TOLERANCE) return undefined
  } while (to < units.length && (units[to] as Unit).bonded && (units[to] as Unit).glyph.kind !== 'space')
  return { to, squeeze: Math.max(0, sum - last.glyph.after - width) }
}

/** Without spaces at the end and the blank behind a number there. */
function inkWidth(units: readonly Unit[], from: number, to: number, total: Pt): Pt {
  let width = total
  let last = to - 1
  for (; last > from && (units[last] as Unit).glyph.kind === 'space'; last--) width -= (units[last] as Unit).glyph.width
  return width - (units[last] as Unit).glyph.after
}
