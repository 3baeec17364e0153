import type { FontRole } from '../standard/fontRole.ts'
import type { Pt } from '../standard/units.ts'
import { isHan } from '../text/cjk.ts'
import { type CharacterKind, holdsNumber, isJoiner, isNeverLast, joinsNumber, kindOf, mayCling } from './characters.ts'
import { cutLatin, type Fit } from './latin.ts'
import { nameAround } from './nameAround.ts'
import type { Piece, Style } from './piece.ts'
import type { Typefaces } from './typefaces.ts'

/** Whether a line may end before a unit: gladly, rather not, never. */
export type Bond = 'free' | 'loose' | 'firm'

/** The smallest thing that a line is made of: one character, a word or number, a —— or ……; never parted. */
export interface Unit {
  readonly glyph: Glyph
  readonly piece: Piece
  /** Of its text in the piece. */
  readonly offset: number
  readonly bond: Bond
}

/** How a unit looks: shared by all that look alike, as a document has more characters than different ones. */
export interface Glyph {
  readonly text: string
  readonly kind: CharacterKind
  readonly role: FontRole
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
  /** Goes on with the word before it: no blank comes between them. */
  readonly tied?: boolean
  /** No line ends behind it. */
  readonly last?: 'never'
  /** May have to stay on the line of what stands before it. */
  readonly clings?: boolean
  /** How it comes back to the grid together with numbers behind it. */
  readonly fit?: Fit
  /** Drawn by a face that helps out. */
  readonly borrowed?: true
  /** The same mark without its blank half, as it stands beside another mark. */
  readonly tight?: Glyph
}

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
  const known = whole ? new Map<number | string, Glyph>() : faces.glyphs(style)
  const first = units.length
  let before = units.at(-1)
  let i = 0
  while (i < text.length) {
    let glyph = known.get(text.charCodeAt(i))
    if (glyph === undefined) {
      const character = characterAt(text, i)
      const kind = kindOf(character)
      if (kind === 'latin') {
        i = cutLatin(piece, i, next, faces, missing, units)
        before = units.at(-1)
        continue
      }
      if (!whole && isHan(character) && faces.choose(style.role, character).borrowed) {
        i = cutName(piece, i, first, faces, units)
        before = units.at(-1)
        continue
      }
      // The two halves of a —— or …… are one unit.
      const written = kind === 'dash' && text[i + 1] === character ? character + character : character
      glyph = known.get(written) ?? glyphOf(written, character, kind, style, whole?.face, faces)
      if (whole?.missing.includes(character) || (!whole && isLacking(glyph, character, faces))) {
        missing(piece, character, i)
      } else {
        // What no face has is not kept: each of its places is told.
        known.set(character.length === 1 && kind !== 'dash' ? text.charCodeAt(i) : written, glyph)
      }
    }
    const bond = before ? bondOf(before, glyph, text, i) : 'free'
    if (before?.glyph.tight && glyph.tight && !style.asTyped) glyph = tighten(units, before, glyph)
    before = { glyph, piece, offset: i, bond }
    units.push(before)
    i += glyph.text.length
  }
}

/**
 * Sets the name around a character of another face in that face, so that no name is set in two; what stands before the
 * character was cut already and is cut again. Gives the offset behind the name.
 * @param first of the units of the piece
 */
function cutName(piece: Piece, at: number, first: number, faces: Typefaces, units: Unit[]): number {
  const { text, style } = piece
  const { start: wanted, end } = nameAround(text, at)
  let start = at
  while (units.length > first && start > wanted) {
    const { glyph, offset } = units[units.length - 1] as Unit
    // A name before this one stays as it is.
    if (glyph.borrowed) break
    start = offset
    units.pop()
  }
  const name = text.slice(start, end)
  const { face } = faces.chooseWhole(style.role, name)
  let offset = start
  for (const character of name) {
    const glyph = { ...glyphOf(character, character, kindOf(character), style, face, faces), borrowed: true as const }
    const before = units.at(-1)
    units.push({ glyph, piece, offset, bond: before ? bondOf(before, glyph, text, offset) : 'free' })
    offset += character.length
  }
  return offset
}

/** A pair of surrogates is one character; half a pair stands for itself. */
function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at) as number
  return code > 0xffff ? text.slice(at, at + 2) : (text[at] as string)
}

function isLacking({ kind, role }: Glyph, character: string, faces: Typefaces): boolean {
  return kind !== 'space' && kind !== 'none' && faces.choose(role, character).missing
}

function glyphOf(
  text: string,
  character: string,
  kind: CharacterKind,
  style: Style,
  wholeFace: string | undefined,
  faces: Typefaces,
): Glyph {
  const { cell, role } = style
  const pair = text.length > character.length
  const face = wholeFace ?? faces.choose(role, character).face
  const advance = pair ? undefined : faces.advance(face, character)
  const isMark = kind === 'close' || kind === 'point' || kind === 'open'
  const glyph: Glyph = {
    text,
    // A single — joins what stands on either side of it (GB/T 15834—2011 5.1.6).
    kind: kind === 'dash' && character === '—' && !pair ? 'hang' : kind,
    role,
    face,
    width: kind === 'none' || kind === 'accent' ? 0 : widthOf(text, kind, style, pair, advance),
    shrink: isMark ? cell / 2 : 0,
    before: 0,
    after: 0,
    scale: 1,
    ...(advance === undefined ? {} : { advance }),
    ...(isNeverLast(character) || isJoiner(character) ? { last: 'never' as const } : {}),
    ...(mayCling(character) ? { clings: true } : {}),
  }
  return isMark ? { ...glyph, tight: { ...glyph, width: cell / 2, shrink: 0 } } : glyph
}

function widthOf(text: string, kind: CharacterKind, style: Style, pair: boolean, advance: number | undefined): Pt {
  if (pair) return style.cell * 2
  if (kind === 'space') return text === '\u3000' || text === '\t' ? style.cell : style.cell / (style.onGrid ? 2 : 4)
  // A few signs, such as ⸺, are two cells wide.
  return kind === 'plain' && advance !== undefined && advance > 1.5 ? style.cell * Math.round(advance) : style.cell
}

/** @param text that `glyph` stands in, at `at` */
function bondOf(before: Unit, glyph: Glyph, text: string, at: number): Bond {
  switch (glyph.kind) {
    case 'plain':
      break
    case 'close':
    case 'point':
    case 'hang':
    case 'accent':
    case 'none':
    case 'space':
      return 'firm'
    case 'dash':
      if (before.glyph.kind === 'dash') return 'firm'
      break
    default:
  }
  const { kind, last, text: previous } = before.glyph
  if (kind === 'open' || last) return 'firm'
  if (!glyph.clings) return 'free'
  if (joinsNumber(previous, glyph.text)) return 'firm'
  return holdsNumber(previous, text.slice(at, at + 2)) ? 'loose' : 'free'
}

/**
 * Of two marks side by side one gives up its blank half, else there would be a hole of a whole cell between them
 * (GB/T 15834—2011 5.1.11). Gives the glyph of the second one.
 */
function tighten(units: Unit[], before: Unit, glyph: Glyph): Glyph {
  const first = before.glyph.kind
  if (first === 'open') return glyph.kind === 'open' && glyph.tight ? glyph.tight : glyph
  units[units.length - 1] = { ...before, glyph: before.glyph.tight as Glyph }
  return glyph
}
