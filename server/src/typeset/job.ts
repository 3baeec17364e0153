import type { GongwenDocument } from '../model/document.ts'
import type { LayoutFacts, SourceRef, TitleFact } from '../model/layoutFacts.ts'
import { BODY_HEIGHT, TYPE_AREA } from '../standard/layout.ts'
import type { Mm } from '../standard/units.ts'
import type { At, Section } from '../syntax/tree.ts'
import { type Piece, pieceSource, type Style } from './piece.ts'
import type { Typefaces } from './typefaces.ts'
import { cutUnits, type Unit } from './units.ts'

/** What could not be set as written. */
export type Problem = LayoutFacts['problems'][number]

/** Natural size of an image, in any unit: only the ratio counts. */
export interface ImageSize {
  readonly width: number
  readonly height: number
  /** How wide it may be shown at most, so that its pixels are not seen. */
  readonly most?: Mm
  /** Equal keys, equal pictures. */
  readonly key?: string
  /** What of it cannot be printed, and what is printed more simply than it was drawn, by names for people. */
  readonly lost?: readonly string[]
  readonly simplified?: readonly string[]
}

/** Why an image is not printed. */
export type ImageFault =
  | 'image-outside'
  | 'image-missing'
  | 'image-denied'
  | 'image-unreadable'
  | 'image-too-large'
  | 'image-too-many-pixels'
  | 'image-too-complex'

/** What every part of one run of the typesetter needs. */
export interface Job {
  readonly document: GongwenDocument
  readonly faces: Typefaces
  /** Distance of the lines of the text. */
  readonly linePitch: Mm
  /** Blank between two lines: the same for every size (GB/T 9704—2012 3.2). */
  readonly leading: Mm
  /** Of the lines: the type area's, or its height on turned pages. */
  readonly width: Mm
  readonly images: ReadonlyMap<string, ImageSize | ImageFault>
  /** Pages of headings by their block; filled when the pages are made, before they are drawn. */
  readonly headingPages: Map<object, number>
  /** Titles that may be broken in other ways, by the part that they head. */
  readonly titles: Map<object, TitleFact>
  source(at: At | undefined): SourceRef | undefined
  report(code: string, source: SourceRef | undefined, ...args: readonly (string | number)[]): void
  /** Units of pieces; characters without a glyph are reported. */
  cut(pieces: readonly Piece[]): readonly Unit[]
}

/** Sections of files that the document takes in are counted from here downward: they are none of its own. */
const IN_FILE = -2

export function openJob(
  document: GongwenDocument,
  faces: Typefaces,
  linePitch: Mm,
  images: ReadonlyMap<string, ImageSize | ImageFault>,
  problems: Problem[],
): Job {
  const places = new Map<Section, Omit<SourceRef, 'span'>>()
  document.tree.sections.forEach((each, section) => {
    places.set(each, { uri: document.uri, section })
  })
  for (const { uri, tree } of document.included ?? []) {
    for (const [index, each] of tree.sections.entries()) places.set(each, { uri, section: IN_FILE - index })
  }
  const frontMatter = { uri: document.uri, section: -1 }
  const report: Job['report'] = (code, source, ...args) => {
    problems.push({ code, ...(source ? { source } : {}), args })
  }
  return {
    document,
    faces,
    linePitch,
    leading: linePitch - BODY_HEIGHT,
    width: TYPE_AREA.width,
    images,
    headingPages: new Map(),
    titles: new Map(),
    report,
    source(at) {
      if (!at) return undefined
      const { uri, section } = places.get(at.section) ?? frontMatter
      return { uri, section, span: at.span }
    },
    cut: (pieces) =>
      cutUnits(pieces, faces, (piece, character, offset) =>
        report('glyph-missing', pieceSource(piece, offset, offset + character.length), character, piece.style.role),
      ),
  }
}

/** A piece of text that stands as such at `at`, or is derived from what stands there. */
export function pieceOf(job: Job, text: string, style: Style, element: string, at?: At): Piece {
  const source = job.source(at)
  if (!at || !source) return { text, style, element, exact: false }
  const found = at.section.text.slice(at.span.start, at.span.end).indexOf(text)
  if (found < 0) return { text, style, element, source, exact: false }
  const start = at.span.start + found
  return { text, style, element, source: { ...source, span: { start, end: start + text.length } }, exact: true }
}
