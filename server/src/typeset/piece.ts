import type { SourceRef } from '../model/layoutFacts.ts'
import type { FontRole } from '../standard/fontRole.ts'
import { CELL_PT } from '../standard/layout.ts'
import { SIZES } from '../standard/sizes.ts'
import type { Pt } from '../standard/units.ts'
import type { Colour } from './pages.ts'

/** How a text is set. */
export interface Style {
  readonly role: FontRole
  readonly size: Pt
  /** Width of the cell that every full-width character fills. */
  readonly cell: Pt
  /** Latin words and numbers are widened or narrowed to whole cells, so that what follows stands on the grid again. */
  readonly onGrid: boolean
  readonly colour: Colour
}

/** Text of one style and one source. */
export interface Piece {
  readonly text: string
  readonly style: Style
  readonly element: string
  readonly source?: SourceRef
  /** Whether `source` covers `text` character by character, so that parts of the text have their own spans. */
  readonly exact: boolean
  /** Set in one face throughout, as names are. */
  readonly whole?: boolean
}

/** 3号 on the grid of the text (GB/T 9704—2012 5.2.2, 5.2.3). */
export function bodyStyle(role: FontRole): Style {
  return { role, size: SIZES.三号, cell: CELL_PT, onGrid: true, colour: '黑' }
}

/** 3号 in cells of the grid, numbers at their natural width: for lines that stand alone. */
export function wordStyle(role: FontRole): Style {
  return { ...bodyStyle(role), onGrid: false }
}

/** Off the grid: every character as wide as it is high. */
export function freeStyle(role: FontRole, size: Pt, colour: Colour = '黑'): Style {
  return { role, size, cell: size, onGrid: false, colour }
}

/** The source of characters `start` to `end` of a piece. */
export function pieceSource(piece: Piece, start: number, end: number): SourceRef | undefined {
  const source = piece.source
  if (!source || !piece.exact) return source
  const from = source.span.start
  return { uri: source.uri, section: source.section, span: { start: from + start, end: from + end } }
}
