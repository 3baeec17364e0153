import type { Pt } from '../standard/units.ts'
import { type CharacterKind, joinsNumber, kindOf, latinBreaks } from './characters.ts'
import type { Piece } from './piece.ts'
import type { Typefaces } from './typefaces.ts'

/** The smallest thing that a line is made of: one character, a word or number, a —— or ……; never parted. */
export interface Unit {
  readonly glyph: Glyph
  readonly piece: Piece
  /** Of its text in the piece. */
  readonly offset: number
  /** No line ends before it. */
  readonly bonded: boolean
}

/** How a unit looks: shared by all that look alike, as a document has more characters than different ones. */
export interface Glyph {
  readonly text: string
  readonly kind: CharacterKind
  readonly face: string
  readonly width: Pt
  /** How much narrower it may become: the blank half of a mark, the blanks beside a number. */
  readonly shrink: Pt
  /** Of Latin text: blanks before and behind its glyphs, part of `width`; none of them stands at an edge of a line. */
  readonly before: Pt
  readonly after: Pt
  /** Horizontal scale of Latin glyphs. */
  readonly scale: number
  /** In em, of a single character; of longer texts each is asked for. */
  readonly advance?: number
}

/** Glyphs of numbers are narrowed at most to this, rather than widening the run by a whole cell. */
const LEAST_SCALE = 0.88

/** Blank behind a number at the start of a paragraph, in cells: `1.` fills its cell, `12.` is not torn from its text. */
const ORDINAL_BLANK = 0.3

/** Signs that stand close to their number although they are no marks. */
const SIGNS = new Set('℃℉％‰°′″№￥')

/** Half-width marks that do not begin a line either. */
const NOT_FIRST = /^[-,.;:!?)\]}%/]/

/** What lacked a glyph, told to the caller. */
export type Missing = (piece: Piece, character: string, offset: number) => void

/** Cuts pieces into units. A run of Latin text gets the width of whole cells where its style is on the grid. */
export function cutUnits(pieces: readonly Piece[], faces: Typefaces, missing: Missing): readonly Unit[] {
  const units: Unit[] = []
  pieces.forEach((piece, index) => {
    cutPiece(piece, pieces[index + 1]?.text[0], faces, missing, units)
  })
  return units
}

/** @param next what follows the piece */
function cutPiece(piece: Piece, next: string | undefined, faces: Typefaces, missing: Missing, units: Unit[]): void {
  const { text, style } = piece
  const whole = piece.whole ? faces.chooseWhole(style.role, text) : undefined
  const known = whole ? new Map<string, Glyph>() : faces.glyphs(`${style.role} ${style.cell} ${style.onGrid}`)
  let before = units.at(-1)
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    const character = code >= 0xd800 && code < 0xdc00 ? text.slice(i, i + 2) : (text[i] as string)
    const kind = kindOf(character)
    if (kind === 'latin') {
      i = cutLatin(piece, i, next, faces, missing, units)
      before = units.at(-1)
      continue
    }
    const written = kind === 'dash' && text[i + 1] === character ? character + character : character
    const glyph = known.get(written)
    before = {
      glyph: glyph ?? glyphOf(written, character, kind, piece, whole?.face, faces),
      piece,
      offset: i,
      bonded: kind === 'space' || bondedTo(before, kind, character),
    }
    const lacking = whole ? whole.missing.includes(character) : !glyph && faces.choose(style.role, character).missing
    if (lacking && kind !== 'space') missing(piece, character, i)
    // What no face has is not kept: each of its places is told.
    if (!glyph && !lacking) known.set(written, before.glyph)
    units.push(before)
    i += written.length
  }
}

function glyphOf(
  text: string,
  character: string,
  kind: CharacterKind,
  piece: Piece,
  face: string | undefined,
  faces: Typefaces,
): Glyph {
  const { cell, role } = piece.style
  const pair = text.length > character.length
  const chosen = face ?? faces.choose(role, character).face
  return {
    text,
    kind,
    face: chosen,
    width: pair ? cell * 2 : kind === 'space' && narrow(character, piece) ? cell / 4 : cell,
    shrink: kind === 'open' || kind === 'close' || kind === 'point' ? cell / 2 : 0,
    before: 0,
    after: 0,
    scale: 1,
    ...(pair ? {} : { advance: faces.advance(chosen, character) }),
  }
}

/** A half-width blank beside Chinese text: a cell on the grid, a quarter elsewhere. */
function narrow(space: string, piece: Piece): boolean {
  return space !== '\u3000' && !piece.style.onGrid
}

function bondedTo(before: Unit | undefined, kind: CharacterKind, character: string): boolean {
  if (!before) return true
  if (kind === 'close' || kind === 'point' || kind === 'hang') return true
  if (kind === 'dash' && before.glyph.kind === 'dash') return true
  if (before.glyph.kind === 'open') return true
  return joinsNumber(before.glyph.text, character)
}

/** A run of Latin words: up to the next full-width character; single spaces between words belong to it. */
function cutLatin(
  piece: Piece,
  start: number,
  next: string | undefined,
  faces: Typefaces,
  missing: Missing,
  units: Unit[],
): number {
  const { text, style } = piece
  let end = start
  while (end < text.length) {
    const kind = kindOf(text[end] as string)
    if (kind === 'latin') end += 1
    else if (text[end] === ' ' && end + 1 < text.length && kindOf(text[end + 1] as string) === 'latin') end += 1
    else break
  }
  const role = style.role === '仿宋' || style.role === '楷体' ? '西文' : style.role
  const { face, missing: lacking } = faces.chooseWhole(role, text.slice(start, end))
  const words = latinWords(text.slice(start, end))
  let total = 0
  const widths = words.map((word) => {
    let width = 0
    for (const character of word) {
      if (lacking.includes(character)) missing(piece, character, start)
      width += faces.advance(face, character) * style.size
    }
    total += width
    return width
  })
  const { scale, padding } = style.onGrid ? fitCells(total, style.cell) : { scale: 1, padding: 0 }
  const blanks = blanksBeside(padding, units.at(-1), text[end] ?? next, style.cell)
  let offset = start
  words.forEach((word, index) => {
    const first = index === 0
    const before = first ? blanks.before : 0
    const after = index === words.length - 1 ? blanks.after : 0
    const bonded = first && (NOT_FIRST.test(word) || bondedTo(units.at(-1), 'latin', word))
    const width = before + (widths[index] as number) * scale + after
    const glyph: Glyph = { text: word, kind: 'latin', face, width, shrink: before + after, before, after, scale }
    units.push({ glyph, piece, offset, bonded })
    offset += word.length
  })
  return end
}

/**
 * What brings a number back to the grid stands between it and 汉字, half on either side, so that equal numbers have equal
 * blanks. Beside a mark, which has a blank of its own, there is none; what is then missing of a cell the line spreads.
 */
function blanksBeside(padding: Pt, before: Unit | undefined, next: string | undefined, cell: Pt) {
  const left = before?.glyph.kind === 'plain' && !SIGNS.has(before.glyph.text)
  const right = next !== undefined && kindOf(next) === 'plain' && !SIGNS.has(next)
  const after = before ? padding / 2 : Math.min(padding, ORDINAL_BLANK * cell)
  return { before: left ? padding / 2 : 0, after: right ? after : 0 }
}

function latinWords(text: string): readonly string[] {
  const words: string[] = []
  for (const word of text.match(/\S+ ?/g) ?? [text]) {
    let from = 0
    for (const at of latinBreaks(word)) {
      words.push(word.slice(from, at))
      from = at
    }
    words.push(word.slice(from))
  }
  return words
}

function fitCells(natural: Pt, cell: Pt): { readonly scale: number; readonly padding: Pt } {
  const cells = natural / cell
  const fewer = Math.floor(cells + 1e-6)
  if (fewer >= 1 && fewer / cells >= LEAST_SCALE) return { scale: (fewer * cell) / natural, padding: 0 }
  return { scale: 1, padding: Math.ceil(cells - 1e-6) * cell - natural }
}

/** Parts words that are wider than the narrowest line into single letters: better torn than outside the type area. */
export function partWideWords(units: readonly Unit[], least: Pt, faces: Typefaces): readonly Unit[] {
  if (!units.some(({ glyph }) => glyph.kind === 'latin' && glyph.width > least)) return units
  return units.flatMap((unit) => {
    const { glyph, piece } = unit
    if (glyph.kind !== 'latin' || glyph.width <= least) return [unit]
    let offset = unit.offset
    return [...glyph.text].map((character, index): Unit => {
      const width = faces.advance(glyph.face, character) * piece.style.size * glyph.scale
      const letter: Glyph = { ...glyph, text: character, width, shrink: 0, before: 0, after: 0 }
      const at = offset
      offset += character.length
      return { glyph: letter, piece, offset: at, bonded: index === 0 && unit.bonded }
    })
  })
}
