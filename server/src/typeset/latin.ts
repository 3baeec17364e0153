import type { FontRole } from '../standard/fontRole.ts'
import type { Pt } from '../standard/units.ts'
import { holdsNumber, kindOf, latinBreaks } from './characters.ts'
import type { Piece } from './piece.ts'
import type { Typefaces } from './typefaces.ts'
import type { Bond, Glyph, Missing, Unit } from './units.ts'

/** Glyphs of numbers are narrowed at most to this, rather than widening the run by a whole cell. */
const LEAST_SCALE = 0.88

/** Blank behind a number at the start of a paragraph, in cells: `1.` fills its cell, `12.` is not torn from its text. */
const ORDINAL_BLANK = 0.3

/** Signs that stand close to their number although they are no marks. */
const SIGNS = new Set('℃℉％‰°′″№￥')

/** Half-width marks that do not begin a line either. */
const NOT_FIRST = /^[-,.;:!?)\]}%/]/
/** … and those that do not end one: 分隔号 (GB/T 15834—2011 5.1.9) and opening brackets. */
const NOT_LAST = /^\/$|[([{]$/

/**
 * Cuts the Latin words and numbers that begin at `start`, up to the next full-width character; single spaces between
 * words belong to them. Gives the offset behind them.
 * @param next what follows the piece
 */
export function cutLatin(
  piece: Piece,
  start: number,
  next: string | undefined,
  faces: Typefaces,
  missing: Missing,
  units: Unit[],
): number {
  const { text, style } = piece
  const end = latinEnd(text, start)
  const role = latinRole(style.role)
  const { face, missing: lacking } = faces.chooseWhole(role, text.slice(start, end))
  const words = latinWords(text.slice(start, end))
  const widths = words.map((word) => wordWidth(word.text, face, faces) * style.size)
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (lacking.length > 0) reportLacking(piece, start, end, lacking, missing)
  const { scale, padding } = style.onGrid ? fitCells(total, style.cell) : { scale: 1, padding: 0 }
  const blanks = blanksBeside(padding, units.at(-1), text[end] ?? next, style.cell)
  let offset = start
  words.forEach((word, index) => {
    const first = index === 0
    const before = first ? blanks.before : 0
    // The space behind a word is seen only where another word follows on the line.
    const space = word.text.endsWith(' ') ? faces.advance(face, ' ') * style.size * scale : 0
    const after = index === words.length - 1 ? blanks.after : space
    const width = before + (widths[index] as number) * scale + (index === words.length - 1 ? blanks.after : 0)
    const glyph: Glyph = {
      text: word.text,
      kind: 'latin',
      role,
      face,
      width,
      shrink: before + (space > 0 ? 0 : after),
      before,
      after,
      scale,
      ...(word.tied ? { tied: true } : {}),
      ...(NOT_LAST.test(word.text) ? { last: 'never' as const } : {}),
    }
    units.push({ glyph, piece, offset, bond: first ? bondOf(units.at(-1), word.text) : 'free' })
    offset += word.text.length
  })
  return end
}

/** What Latin text in a face of the role is set in: 仿宋 and 楷体 have letters that no one wants to read. */
export function latinRole(role: FontRole): FontRole {
  return role === '仿宋' || role === '楷体' ? '西文' : role
}

/** A ’ between letters is an apostrophe, accents belong to their letter. */
function latinEnd(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const character = text[end] as string
    const kind = kindOf(character)
    const goesOn = () => end > start && end + 1 < text.length && kindOf(text[end + 1] as string) === 'latin'
    if (kind === 'latin' || (kind === 'accent' && end > start)) end += 1
    else if (character === ' ' && goesOn()) end += 1
    else if (character === '’' && goesOn() && /^[A-Za-z]’[A-Za-z]$/.test(text.slice(end - 1, end + 2))) end += 1
    else break
  }
  return end
}

function bondOf(before: Unit | undefined, word: string): Bond {
  if (!before) return 'free'
  const { kind, last, text } = before.glyph
  if (NOT_FIRST.test(word) || kind === 'open' || last) return 'firm'
  return holdsNumber(text, word) ? 'loose' : 'free'
}

function wordWidth(word: string, face: string, faces: Typefaces): number {
  let width = 0
  for (const character of word) width += faces.advance(face, character)
  return width
}

function reportLacking(piece: Piece, start: number, end: number, lacking: readonly string[], missing: Missing): void {
  let offset = start
  for (const character of piece.text.slice(start, end)) {
    if (lacking.includes(character)) missing(piece, character, offset)
    offset += character.length
  }
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

interface Word {
  readonly text: string
  readonly tied: boolean
}

function latinWords(text: string): readonly Word[] {
  const words: Word[] = []
  for (const word of text.match(/\S+ ?/g) ?? [text]) {
    let from = 0
    for (const at of latinBreaks(word)) {
      words.push({ text: word.slice(from, at), tied: from > 0 })
      from = at
    }
    words.push({ text: word.slice(from), tied: from > 0 })
  }
  return words
}

function fitCells(natural: Pt, cell: Pt): { readonly scale: number; readonly padding: Pt } {
  const cells = natural / cell
  const fewer = Math.floor(cells + 1e-6)
  if (fewer >= 1 && fewer / cells >= LEAST_SCALE) return { scale: (fewer * cell) / natural, padding: 0 }
  return { scale: 1, padding: Math.ceil(cells - 1e-6) * cell - natural }
}

/** Told of every word that is parted although no rule lets it be. */
export type Torn = (unit: Unit) => void

/** Parts words that are wider than the narrowest line into single letters: better torn than outside the type area. */
export function partWideWords(units: readonly Unit[], least: Pt, faces: Typefaces, torn?: Torn): readonly Unit[] {
  if (!units.some(({ glyph }) => glyph.kind === 'latin' && glyph.width > least)) return units
  return units.flatMap((unit) => {
    const { glyph, piece } = unit
    if (glyph.kind !== 'latin' || glyph.width <= least) return [unit]
    torn?.(unit)
    let offset = unit.offset
    return [...glyph.text].map((character, index): Unit => {
      const width = faces.advance(glyph.face, character) * piece.style.size * glyph.scale
      const tied = index > 0 || glyph.tied === true
      const letter: Glyph = { ...glyph, text: character, width, shrink: 0, before: 0, after: 0, tied }
      const at = offset
      offset += character.length
      return { glyph: letter, piece, offset: at, bond: index === 0 ? unit.bond : 'free' }
    })
  })
}
