import type { LayoutFacts, SourceRef } from '../model/layoutFacts.ts'
import type { FontRole } from '../standard/fontRole.ts'
import type { Mm, Pt, Rect } from '../standard/units.ts'

/** What 公文 are printed in: red for 标志, 分隔线 and seals, black for all else. */
export type Colour = '黑' | '红'

/** The cell of a table that something belongs to: 0-based, with what it spans. Cells of one place are one cell. */
export interface CellPlace {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly head: boolean
}

/** One face, size, colour and constant pitch, no ligature, no kerning: then pdfmake's characterSpacing, SVG and OFD agree. y grows downward from the top of the trimmed page; baseline, not box. */
export interface Run {
  readonly kind: 'run'
  readonly text: string
  /** What the standard asks for, and the key of the face that draws it. */
  readonly role: FontRole
  readonly face: string
  readonly size: Pt
  /** Added to every glyph's own advance (PDF `Tc`); may be negative. */
  readonly pitch: Pt
  readonly x: Mm
  readonly baseline: Mm
  readonly colour: Colour
  /** Horizontal scale of the glyphs, 1 when absent. */
  readonly scale?: number
  readonly source?: SourceRef
  /** Code name of the element that this prints. */
  readonly element: string
  readonly cell?: CellPlace
}

export interface Line {
  readonly kind: 'line'
  readonly x1: Mm
  readonly y1: Mm
  readonly x2: Mm
  readonly y2: Mm
  readonly weight: Mm
  readonly colour: Colour
  readonly element: string
  /** The cell that the line is a border of, so that an empty cell is known too. */
  readonly cell?: CellPlace
}

export interface Path {
  readonly kind: 'path'
  /** SVG path data with M L C Z, absolute, in mm. */
  readonly d: string
  /** Where the origin of `d` stands; the corner of the page when absent. A drawing that is used again keeps its `d`. */
  readonly at?: { readonly x: Mm; readonly y: Mm }
  readonly fill?: Colour
  readonly stroke?: Mm
  readonly element: string
}

export interface Image {
  readonly kind: 'image'
  readonly rect: Rect
  /** Path as written in the source; a port resolves it. */
  readonly image: string
  /** Of the picture that is there now: equal keys, equal pictures. */
  readonly key?: string
  readonly alt: string
  readonly source?: SourceRef
}

/** Items turned 90° counter-clockwise about a point, for 横排 tables (GB/T 9704—2012 clause 8). */
export interface Turned {
  readonly kind: 'turned'
  readonly about: { readonly x: Mm; readonly y: Mm }
  readonly degrees: 90
  readonly items: readonly DisplayItem[]
}

/** What is painted on a page. */
export type DisplayItem = Run | Line | Path | Image | Turned

/** A seal is a place plus a drawing, never page content: the painter writes an empty signature field, `sign` fills it. */
export interface SealPlace {
  readonly field: string
  readonly issuer: string
  readonly kind: '印章' | '签名章' | '骑缝章'
  /** 0-based. */
  readonly page: number
  readonly rect: Rect
  /** In page coordinates, like any other item. */
  readonly appearance: readonly DisplayItem[]
  /** The face whose outlines the drawing has. */
  readonly lettering: { readonly role: FontRole; readonly face: string }
}

export interface Page {
  /** Digest of what is drawn: equal key, equal picture. */
  readonly key: string
  /** The printed page number, null where none is printed. */
  readonly number: number | null
  readonly width: Mm
  readonly height: Mm
  readonly items: readonly DisplayItem[]
  /**
   * Logical order: a tag and the indices into `items` that it covers. Entries of one `id` on several pages are one
   * element; what has the tag `Artifact` or no entry is no content.
   */
  readonly structure: readonly { readonly tag: string; readonly items: readonly number[]; readonly id?: number }[]
}

export interface Layout {
  readonly pages: readonly Page[]
  readonly seals: readonly SealPlace[]
  readonly facts: LayoutFacts
  readonly outline: readonly {
    readonly title: string
    readonly page: number
    readonly y: Mm
    readonly level: number
  }[]
}
