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
  /** Every mark fills its cell, also beside another mark. */
  readonly asTyped?: boolean
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

const styles = new Map<string, Style>()

/** One object for equal styles: what is known of a style hangs on it. */
function styleOf(style: Style): Style {
  const key = `${style.role} ${style.size} ${style.cell} ${style.onGrid} ${style.colour} ${style.asTyped}`
  const known = styles.get(key)
  if (known) return known
  styles.set(key, style)
  return style
}

const bodyStyles = new Map<FontRole, Style>()

/** 3号 on the grid of the text (GB/T 9704—2012 5.2.2, 5.2.3). */
export function bodyStyle(role: FontRole): Style {
  let style = bodyStyles.get(role)
  if (!style) {
    style = styleOf({ role, size: SIZES.三号, cell: CELL_PT, onGrid: true, colour: '黑' })
    bodyStyles.set(role, style)
  }
  return style
}

/** 3号 in cells of the grid, numbers at their natural width: for lines that stand alone. */
export function wordStyle(role: FontRole): Style {
  return styleOf({ ...bodyStyle(role), onGrid: false })
}

/** 3号 on the grid, character by character as typed. */
export function typedStyle(role: FontRole): Style {
  return styleOf({ ...bodyStyle(role), asTyped: true })
}

/** Off the grid: every character as wide as it is high. */
export function freeStyle(role: FontRole, size: Pt, colour: Colour = '黑'): Style {
  return styleOf({ role, size, cell: size, onGrid: false, colour })
}

/** The source of characters `start` to `end` of a piece. */
export function pieceSource(piece: Piece, start: number, end: number): SourceRef | undefined {
  const source = piece.source
  if (!source || !piece.exact) return source
  const from = source.span.start
  return { uri: source.uri, section: source.section, span: { start: from + start, end: from + end } }
}
