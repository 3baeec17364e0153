import type { Colour } from '../pdf/content/colour.ts'
import type { Glyph } from '../pdf/content/marks.ts'
import { type Box, union } from '../pdf/content/matrix.ts'
import type { FontRole } from '../standard/fontRole.ts'
import { FACE_ABOVE_BASELINE, FACE_BELOW_BASELINE } from '../standard/layout.ts'
import { type Mm, type Pt, ptToMm } from '../standard/units.ts'
import { isHan } from '../text/cjk.ts'
import { fontClassOf } from './fontClass.ts'
import { most } from './statistics.ts'

/** Upright characters on one baseline with no wide gap between them. */
export interface Line {
  /** Counts from 1. */
  readonly page: number
  /** Without blanks at the ends. */
  readonly text: string
  readonly glyphs: readonly Glyph[]
  readonly baseline: Mm
  /** Size of most of its characters. */
  readonly size: Pt
  /** 字身: the square of the characters, from the pen of the first to the end of the last. */
  readonly left: Mm
  readonly right: Mm
  readonly top: Mm
  readonly bottom: Mm
  /** 字面: what is blackened. */
  readonly ink: Box
  /** The ink of every character was found in the file. */
  readonly inkKnown: boolean
  /** Class of face of most Han characters, of all characters where there are none; undefined when the name says nothing. */
  readonly role: FontRole | undefined
  readonly fontName: string
  readonly colour: Colour | undefined
  readonly bold: boolean
}

/** Baselines that differ less than this part of the size are one. */
const SAME_BASELINE = 0.2

/** A gap of more than this many characters parts a line: 印发机关 from 印发日期. */
const WIDE_GAP = 2.5

/** Programs without a bold face print each character twice, that far apart at most (part of the size). */
const DOUBLED = 0.12

/** The lines of a page from top to bottom, those on one baseline from left to right. */
export function linesOf(page: number, glyphs: readonly Glyph[]): readonly Line[] {
  const upright = glyphs.filter((glyph) => glyph.angle === 0 && glyph.size > 1)
  const sorted = [...upright].sort((a, b) => a.baseline - b.baseline || a.x - b.x)
  const rows: Glyph[][] = []
  let baseline = Number.NEGATIVE_INFINITY
  for (const glyph of sorted) {
    if (glyph.baseline - baseline <= ptToMm(glyph.size) * SAME_BASELINE) rows.at(-1)?.push(glyph)
    else {
      rows.push([glyph])
      baseline = glyph.baseline
    }
  }
  return rows.flatMap((row) => pieces(row.sort((a, b) => a.x - b.x))).flatMap((piece) => lineOf(page, piece) ?? [])
}

interface Piece {
  readonly glyphs: Glyph[]
  doubled: boolean
}

function pieces(row: readonly Glyph[]): readonly Piece[] {
  const found: Piece[] = []
  for (const glyph of row) {
    if (glyph.text.trim() === '' && glyph.ink === undefined) continue
    const last = found.at(-1)
    const before = last?.glyphs.at(-1)
    const size = ptToMm(glyph.size)
    if (last && before && before.text === glyph.text && glyph.x - before.x < size * DOUBLED) last.doubled = true
    else if (last && before && glyph.x - (before.x + before.width) <= size * WIDE_GAP) last.glyphs.push(glyph)
    else found.push({ glyphs: [glyph], doubled: false })
  }
  return found
}

function lineOf(page: number, { glyphs, doubled }: Piece): Line | undefined {
  const ink = union(glyphs.flatMap((glyph) => glyph.ink ?? []))
  const first = glyphs[0]
  const last = glyphs.at(-1)
  if (ink === undefined || first === undefined || last === undefined) return undefined
  const size = Number(most(glyphs.map((glyph) => glyph.size.toFixed(2))))
  const main = glyphs.filter((glyph) => glyph.size.toFixed(2) === size.toFixed(2))
  const baseline = (main[0] as Glyph).baseline
  const han = main.filter(({ text }) => isHan(text))
  const telling = han.length > 0 ? han : main
  const fontName = most(telling.map(({ font }) => font.name)) ?? ''
  return {
    page,
    text: textOf(glyphs),
    glyphs,
    baseline,
    size,
    left: first.x,
    right: last.x + last.width,
    top: baseline - FACE_ABOVE_BASELINE * ptToMm(size),
    bottom: baseline + FACE_BELOW_BASELINE * ptToMm(size),
    ink,
    inkKnown: glyphs.every(({ ink: box, inkKnown }) => box === undefined || inkKnown),
    role: fontClassOf(fontName),
    fontName,
    colour: telling[0]?.colour,
    bold: doubled || telling.filter(({ font, thickened }) => font.bold || thickened).length * 2 > telling.length,
  }
}

/** A gap of this part of the size is a blank. */
const BLANK = 0.6

function textOf(glyphs: readonly Glyph[]): string {
  const words = glyphs.map((glyph, index) => {
    const before = glyphs[index - 1]
    const gap = before === undefined ? 0 : glyph.x - before.x - before.width
    return (gap > ptToMm(glyph.size) * BLANK ? ' ' : '') + readable(glyph.text)
  })
  return words.join('').trim()
}

/** Simplified radicals that Unicode does not call equal to the characters that look like them. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  [...'⺠民⻄西⻅见⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻥鱼⻦鸟⻩黄⻬齐⻰龙'.matchAll(/(.)(.)/gu)].map(
    ([, radical = '', character = '']) => [radical, character],
  ),
)

/** Browsers name radicals in place of the characters that look like them: ⽂ for 文. */
function readable(text: string): string {
  if (!/[\u2e80-\u2fdf]/.test(text)) return text || '\ufffd'
  return [...text].map((each) => RADICALS.get(each) ?? each.normalize('NFKC')).join('')
}

/** Printed red, whatever the press calls it: well above its green and blue. False where the colour is unknown. */
export function isRed(colour: Colour | undefined): boolean {
  if (colour === undefined) return false
  const [red, green, blue] = colour.rgb
  return red > 0.55 && green < 0.45 && blue < 0.45 && red - Math.max(green, blue) > 0.3
}

/** Black or nearly so. */
export function isBlack(colour: Colour | undefined): boolean {
  return colour !== undefined && Math.max(...colour.rgb) < 0.3
}
