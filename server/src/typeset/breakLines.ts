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
    while (from < units.length && (units[from] as Unit).kind === 'space') from += 1
  }
  return lines
}

function nextLine(units: readonly Unit[], from: number, width: Pt): BrokenLine {
  let total = 0
  let shrink = 0
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
    if (total + unit.width > width + TOLERANCE && unit.kind !== 'space') break
    total += unit.width
    shrink += unit.shrink
    over += 1
  }
  if (over === units.length) {
    return { from, to: over, squeeze: Math.max(0, withoutSpaces(units, from, over, total) - width), spread: 0 }
  }

  const pushed = pushIn(units, over, width, total, shrink)
  if (pushed) return { from, to: pushed.to, squeeze: pushed.squeeze, spread: 0 }
  if (legal === from) return { from, to: Math.max(over, from + 1), squeeze: 0, spread: 0 }
  return justified(units, from, legal, withoutSpaces(units, from, legal, legalTotal), width)
}

/** Takes in what follows up to the next place where a line may end, if the blanks of the line have room for it. */
function pushIn(units: readonly Unit[], over: number, width: Pt, total: Pt, shrink: Pt) {
  if (total >= width - TOLERANCE && !(units[over] as Unit).bonded) return undefined
  let sum = total
  let room = shrink
  let to = over
  do {
    const unit = units[to] as Unit
    sum += unit.width
    room += unit.shrink
    to += 1
    if (sum - room > width + TOLERANCE) return undefined
  } while (to < units.length && (units[to] as Unit).bonded && (units[to] as Unit).kind !== 'space')
  return { to, squeeze: sum - width }
}

function justified(units: readonly Unit[], from: number, to: number, total: Pt, width: Pt): BrokenLine {
  const spread = width - total
  const gaps = Math.max(1, to - from - 1)
  const cell = (units[from] as Unit).piece.style.cell
  const short = spread / gaps > MOST_SPREAD * cell
  return { from, to, squeeze: 0, spread: short || spread < TOLERANCE ? 0 : spread }
}

function withoutSpaces(units: readonly Unit[], from: number, to: number, total: Pt): Pt {
  let width = total
  for (let i = to - 1; i > from && (units[i] as Unit).kind === 'space'; i--) width -= (units[i] as Unit).width
  return width
}
