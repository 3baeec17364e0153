/** A picture of the document, read and found whole: what paints it need not doubt it. */
export type Picture = Raster | Drawing

/** How a stored picture is to be turned to stand upright: 1, as it is, to 8 (Exif 2.32, 4.6.4, Orientation). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** A picture of pixels. */
export interface Raster {
  readonly kind: 'png' | 'jpeg'
  /** Equal keys, equal pictures. */
  readonly key: string
  /** Pixels, when it stands upright. */
  readonly width: number
  readonly height: number
  /** The file. It says nothing of its orientation, so that no viewer turns it once more. */
  readonly bytes: Uint8Array
  readonly orientation: Orientation
}

/** A picture of outlines, in units of its own; y grows downward. What it was made of is not kept. */
export interface Drawing {
  readonly kind: 'drawing'
  readonly key: string
  readonly width: number
  readonly height: number
  /** In the order of painting. */
  readonly shapes: readonly Shape[]
}

/** A colour as `#rrggbb`, and how much it covers, from 0 to 1. */
export interface Paint {
  readonly colour: string
  readonly opacity: number
}

export interface Stroke extends Paint {
  readonly width: number
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  readonly miter: number
  readonly dashes: readonly number[]
  readonly dashOffset: number
}

export interface Outline {
  /** SVG path data with M L C Z, absolute. */
  readonly d: string
  readonly evenOdd: boolean
}

export interface Shape extends Outline {
  readonly fill?: Paint
  readonly stroke?: Stroke
  /** Only what lies inside of all of them is seen. */
  readonly clips: readonly Outline[]
}

/**
 * How the unit square of a stored picture is laid on that of the upright one, y downward: a b c d e f as in SVG's
 * `matrix()`.
 */
export const UPRIGHT: Readonly<Record<Orientation, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, 1, 1, 0, 0, 0],
  6: [0, 1, -1, 0, 1, 0],
  7: [0, -1, -1, 0, 1, 1],
  8: [0, -1, 1, 0, 0, 1],
}
