import { LINE_PITCH, LINE_PITCH_OF_BOXES } from '../../standard/layout.ts'
import { type Mm, ptToMm } from '../../standard/units.ts'
import type { Anatomy, Mark } from '../anatomy.ts'
import type { Line } from '../line.ts'
import { measuredRow, type Requirement, type Row, unsureOf } from '../row.ts'
import { greatest } from '../statistics.ts'

/** Middle of the type area that the document keeps on a page. */
export function centreOf({ area }: Pick<Anatomy, 'area'>, page: number): Mm {
  return (area.left(page) + area.right(page)) / 2
}

/**
 * Room of `lines` blank lines (3.2): from their own height to that with the leading above the next line, because the
 * standard does not say whether 空二行 is counted from ink or from line boxes; in lines of the standard or of the document.
 */
export function blankLines({ area }: Pick<Anatomy, 'area'>, lines: number): readonly [Mm, Mm] {
  const least = Math.min(area.blankPitch, LINE_PITCH_OF_BOXES)
  const most = Math.max(area.blankPitch, LINE_PITCH)
  return [lines * least, lines * most + Math.max(0, most - ptToMm(area.bodySize))]
}

/** How far the ink of the mark may be off where it is estimated. */
export function markUnsure({ lines }: Mark): Mm {
  return Math.max(0, greatest(lines.map(unsureOf)))
}

/** A last mark that is squeezed, or one half as wide as its square, moves the middle of a centred line that far. */
export const CENTRE_TOLERANCE: Mm = 1

/** Whether a line stands in the middle of the type area. */
export function centreRow(anatomy: Pick<Anatomy, 'area'>, what: Requirement, line: Line, tolerance: Mm): Row {
  return measuredRow(
    { ...what, asks: '居中排布' },
    {
      at: line,
      measured: (line.left + line.right) / 2,
      expected: centreOf(anatomy, line.page),
      tolerance: Math.max(tolerance, CENTRE_TOLERANCE),
    },
  )
}
