import type { FontRole } from '../standard/fontRole.ts'
import type { Pt } from '../standard/units.ts'
import { isHan } from '../text/cjk.ts'
import { holdsNumber, kindOf, latinBreaks } from './characters.ts'
import type { Piece, Style } from './piece.ts'
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
  if (lacking.length > 0) reportLacking(piece, start, end, lacking, missing)
  const fit = fitAt(piece, start, end, units, faces)
  const { scale } = fit
  const blanks = blanksBeside(fit, units.at(-1), text[end] ?? next, style.cell)
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
      ...(fit.until > end ? { fit } : {}),
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
 * What brings numbers back to the grid stands between them and 汉字, alike on all sides, so that equal numbers have equal
 * blanks. Beside a mark, which has a blank of its own, there is none; what is then missing of a cell the line spreads.
 */
function blanksBeside({ blank }: Fit, before: Unit | undefined, next: string | undefined, cell: Pt) {
  const left = before?.glyph.kind === 'plain' && !SIGNS.has(before.glyph.text)
  const right = next !== undefined && kindOf(next) === 'plain' && !SIGNS.has(next)
  const after = before ? blank : Math.min(2 * blank, ORDINAL_BLANK * cell)
  return { before: left ? blank : 0, after: right ? after : 0 }
}

/** How numbers come back to the grid: they alone, or several of one date or the like together. */
export interface Fit {
  /** Offset in the piece behind the last of them. */
  readonly until: number
  readonly scale: number
  /** On each side of each of them. */
  readonly blank: Pt
}

/** A date has three, with its time five. */
const MOST_TOGETHER = 5

/**
 * Numbers with one 汉字 between them, as 9月3日 or 第1条第2款 without the 第, come back to the grid together: one of them
 * alone would stand in half a cell of blanks beside another that fills its cell.
 */
function fitAt(piece: Piece, start: number, end: number, units: readonly Unit[], faces: Typefaces): Fit {
  const { text, style } = piece
  if (!style.onGrid) return { until: end, scale: 1, blank: 0 }
  const before = units.at(-2)
  if (before?.piece === piece && before.glyph.fit && start < before.glyph.fit.until) return before.glyph.fit
  let natural = runWidth(text.slice(start, end), style, faces)
  let count = 1
  let until = end
  while (!style.asTyped && count < MOST_TOGETHER && isBetween(text, until)) {
    const from = until + 1
    until = latinEnd(text, from)
    natural += runWidth(text.slice(from, until), style, faces)
    count += 1
  }
  const { scale, padding } = fitCells(natural, style.cell)
  return { until, scale, blank: padding / (2 * count) }
}

/** Whether a single 汉字 stands between two numbers. */
function isBetween(text: string, at: number): boolean {
  return isHan(text[at] ?? '') && isDigit(text[at - 1]) && isDigit(text[at + 1])
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

function runWidth(run: string, style: Style, faces: Typefaces): Pt {
  const { face } = faces.chooseWhole(latinRole(style.role), run)
  return wordWidth(run, face, faces) * style.size
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
