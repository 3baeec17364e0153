import type { FaceSet } from '../fonts/faceSet.ts'
import type { Pt } from '../standard/units.ts'
import { breakLines } from './breakLines.ts'
import type { Job } from './job.ts'
import { partWideWords } from './latin.ts'
import { createMemory, type Memory } from './memory.ts'
import { type Piece, pieceSource, type Style } from './piece.ts'
import { type LooseRun, lineWidth, setLine } from './setLine.ts'
import type { Typefaces } from './typefaces.ts'
import { cutUnits } from './units.ts'

/** A run with the ordinal of its piece: the piece itself would hold on to the document that it came from. */
type SetRun = Omit<LooseRun, 'piece'> & { readonly nth: number }

/** A line of a paragraph, wherever it stands. */
export interface SetLine {
  readonly runs: readonly SetRun[]
  readonly width: Pt
}

/** A place in the text of a piece. */
interface Place {
  readonly nth: number
  readonly start: number
  readonly end: number
}

/** What became of the pieces of a paragraph; it knows nothing of where they come from. */
interface SetParagraph {
  readonly lines: readonly SetLine[]
  readonly missing: readonly Place[]
  readonly torn: readonly Place[]
}

/** Some two hundred thousand characters are a volume of 300 pages. */
const REMEMBERED = 400_000

const remembered = new WeakMap<FaceSet, Memory<SetParagraph>>()

/**
 * Breaks a paragraph into lines and sets them. What was set before in the same widths is not set again: after a keystroke
 * only the paragraph that was typed in. Characters without a glyph and words that had to be torn are reported.
 * @param first width of the first line
 * @param rest width of the others
 */
export function setParagraph(job: Job, pieces: readonly Piece[], first: Pt, rest: Pt): readonly SetLine[] {
  const memory = memoryOf(job.faces.set)
  const key = keyOf(pieces, first, rest)
  let known = memory.get(key)
  if (!known) {
    known = lay(job.faces, pieces, first, rest)
    memory.set(key, known)
  }
  const sourceOf = ({ nth, start, end }: Place) => pieceSource(pieces[nth] as Piece, start, end)
  const textOf = ({ nth, start, end }: Place) => (pieces[nth] as Piece).text.slice(start, end)
  for (const place of known.missing) {
    job.report('glyph-missing', sourceOf(place), textOf(place), (pieces[place.nth] as Piece).style.role)
  }
  for (const place of known.torn) job.report('word-torn', sourceOf(place), textOf(place).slice(0, 40))
  return known.lines
}

function memoryOf(set: FaceSet): Memory<SetParagraph> {
  let memory = remembered.get(set)
  if (!memory) {
    memory = createMemory(REMEMBERED)
    remembered.set(set, memory)
  }
  return memory
}

const keys = new WeakMap<Style, string>()
let styles = 0

function keyOfStyle(style: Style): string {
  let key = keys.get(style)
  if (key === undefined) {
    styles += 1
    key = `\u0000${styles}\u0000`
    keys.set(style, key)
  }
  return key
}

function keyOf(pieces: readonly Piece[], first: Pt, rest: Pt): string {
  let key = `${first} ${rest}`
  // The length keeps a NUL inside a text from passing for the next piece.
  for (const { text, style, whole } of pieces) key += keyOfStyle(style) + text.length + (whole ? '!' : ' ') + text
  return key
}

function lay(faces: Typefaces, pieces: readonly Piece[], first: Pt, rest: Pt): SetParagraph {
  const missing: Place[] = []
  const torn: Place[] = []
  const ordinal = (piece: Piece) => pieces.indexOf(piece)
  const cut = cutUnits(pieces, faces, (piece, character, start) =>
    missing.push({ nth: ordinal(piece), start, end: start + character.length }),
  )
  const units = partWideWords(cut, Math.min(first, rest), faces, ({ piece, offset, glyph }) =>
    torn.push({ nth: ordinal(piece), start: offset, end: offset + glyph.text.length }),
  )
  const lines = breakLines(units, (line) => (line === 0 ? first : rest)).map((line): SetLine => {
    const runs = setLine(units, line, faces).map(({ piece, start, end, face, scale, pitch, x }): SetRun => {
      return { nth: ordinal(piece), start, end, face, scale, pitch, x }
    })
    return { runs, width: lineWidth(units, line) }
  })
  return { lines, missing, torn }
}
