import type { PdfFont } from '../font/font.ts'
import type { Colour } from './colour.ts'
import type { Box } from './matrix.ts'

// What stands on a page, in millimetres from the top left corner of the trimmed page as it is shown, y downward.

/** One shown character code. */
export interface Glyph {
  /** What it stands for; empty when the font does not tell. */
  readonly text: string
  /** Pen position. */
  readonly x: number
  readonly baseline: number
  /** Width of the character's own box, spacing not counted. */
  readonly width: number
  /** Height of the em in points. */
  readonly size: number
  /** Direction of writing in degrees counter-clockwise; 0 for upright text. */
  readonly angle: number
  readonly font: PdfFont
  readonly colour: Colour | undefined
  /** Thickened by stroking its outline. */
  readonly thickened: boolean
  /** Blackened area: undefined for blanks. */
  readonly ink: Box | undefined
  /** The ink was taken from the outline in the file; otherwise it is estimated from the kind of character. */
  readonly inkKnown: boolean
}

/** A thin straight line, whether stroked or filled, level or upright. */
export interface Bar {
  readonly box: Box
  readonly level: boolean
  /** Thickness in millimetres. */
  readonly weight: number
  readonly colour: Colour | undefined
}

/** Any other painted path, by its bounding box. */
export interface Shape {
  readonly box: Box
  readonly colour: Colour | undefined
}

/** An image or an inline image. */
export interface Picture {
  readonly box: Box
}

/** A signature field or stamp that lies on the page. */
export interface Field {
  readonly box: Box
  readonly kind: string
}

export interface PageMarks {
  /** Size of the trimmed page. */
  readonly width: number
  readonly height: number
  /** In the order in which they are painted. */
  readonly glyphs: readonly Glyph[]
  readonly bars: readonly Bar[]
  readonly shapes: readonly Shape[]
  readonly pictures: readonly Picture[]
  readonly fields: readonly Field[]
  /** Characters that are set but not painted: the text layer of a scan. */
  readonly hidden: number
}
