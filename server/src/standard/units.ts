/** Millimetres on paper. */
export type Mm = number
/** PostScript points, 1/72 inch. */
export type Pt = number

/** A rectangle on the trimmed page: origin at its top left corner, y downward. */
export interface Rect {
  readonly x: Mm
  readonly y: Mm
  readonly width: Mm
  readonly height: Mm
}

const POINTS_PER_MM = 72 / 25.4

/** A point is 1/72 inch. */
export function mmToPt(mm: Mm): Pt {
  return mm * POINTS_PER_MM
}

/** A point is 1/72 inch. */
export function ptToMm(pt: Pt): Mm {
  return pt / POINTS_PER_MM
}
