import type { Pt } from '../standard/units.ts'
import { type CharacterKind, joinsNumber, kindOf, latinBreaks } from './characters.ts'
import type { Piece } from './piece.ts'
import type { Typefaces } from './typefaces.ts'

/** The smallest thing that a line is made of: one character, a word or number, a —— or ……; never parted. */
export interface Unit {
  readonly text: string
  readonly kind: CharacterKind
  readonly piece: Piece
  /** Of `text` in the piece. */
  readonly offset: number
  readonly face: string
  readonly width: Pt
  /** How much narrower it may become: the blank half of a mark, the blanks beside a number. */
  readonly shrink: Pt
  /** Of Latin text: blanks before and behind its glyphs, part of `width`; none of them stands at an edge of a line. */
  readonly before: Pt
  readonly after: Pt
  /** Horizontal scale of Latin glyphs. */
  readonly scale: number
  /** No line ends before it. */
  readonly bonded: boolean
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
  const choices = faces.choices(style.role)
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
    const choice = choices.get(character) ?? faces.choose(style.role, character)
    const lacking = whole ? whole.missing.includes(character) : choice.missing
    if (lacking && kind !== 'space') missing(piece, character, i)
    const pair = kind === 'dash' && text[i + 1] === character
    const width = pair ? style.cell * 2 : kind === 'space' && narrow(character, piece) ? style.cell / 4 : style.cell
    before = {
      text: pair ? character + character : character,
      kind,
      piece,
      offset: i,
      face: whole ? whole.face : choice.face,
      width,
      shrink: kind === 'open' || kind === 'close' || kind === 'point' ? style.cell / 2 : 0,
      before: 0,
      after: 0,
      scale: 1,
      bonded: kind === 'space' || bondedTo(before, kind, character),
    }
    units.push(before)
    i += pair ? 2 : character.length
  }
}

/** A half-width blank beside Chinese text: a cell on the grid, a quarter elsewhere. */
function narrow(space: string, piece: Piece): boolean {
  return space !== '\u3000' && !piece.style.onGrid
}

function bondedTo(before: Unit | undefined, kind: CharacterKind, character: string): boolean {
  if (!before) return true
  if (kind === 'close' || kind === 'point' || kind === 'hang') return true
  if (kind === 'dash' && before.kind === 'dash') return true
  if (before.kind === 'open') return true
  return joinsNumber(before.text, character)
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
    units.push({
      text: word,
      kind: 'latin',
      piece,
      offset,
      face,
      width: before + (widths[index] as number) * scale + after,
      shrink: before + after,
      before,
      after,
      scale,
      bonded,
    })
    offset += word.length
  })
  return end
}

/**
 * What brings a number back to the grid stands between it and 汉字, half on either side, so that equal numbers have equal
 * blanks. Beside a mark, which has a blank of its own, there is none; what is then missing of a cell the line spreads.
 */
function blanksBeside(padding: Pt, before: Unit | undefined, next: string | undefined, cell: Pt) {
  const left = before?.kind === 'plain' && !SIGNS.has(before.text)
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
  if (!units.some((unit) => unit.kind === 'latin' && unit.width > least)) return units
  return units.flatMap((unit) => {
    if (unit.kind !== 'latin' || unit.width <= least) return [unit]
    let offset = unit.offset
    return [...unit.text].map((character, index): Unit => {
      const width = faces.advance(unit.face, character) * unit.piece.style.size * unit.scale
      const letter = { ...unit, text: character, offset, width, shrink: 0, before: 0, after: 0 }
      offset += character.length
      return { ...letter, bonded: index === 0 && unit.bonded }
    })
  })
}
