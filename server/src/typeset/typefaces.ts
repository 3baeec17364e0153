import type { FaceSet, Ink } from '../fonts/faceSet.ts'
import type { FontRole } from '../standard/fontRole.ts'
import type { Style } from './piece.ts'
import type { Glyph } from './units.ts'

/** A face for a character, and whether even that face lacks it. */
interface Choice {
  readonly face: string
  readonly missing: boolean
  /** Not the face that the role is set in, which lacks the character. */
  readonly borrowed: boolean
}

interface WholeChoice {
  readonly face: string
  readonly missing: readonly string[]
}

/** What a {@link FaceSet} was asked and answered: it is asked for every character of every document. */
interface Answers {
  readonly glyphs: WeakMap<Style, Map<number | string, Glyph>>
  readonly choices: Map<string, Choice>
  readonly wholes: Map<string, WholeChoice>
  readonly advances: Map<string, Map<string, number>>
  readonly inks: Map<string, Ink | undefined>
}

/** Answers of a {@link FaceSet}, remembered. */
export interface Typefaces {
  readonly set: FaceSet
  /** Glyphs already known of a style, by character code or text; for the cutter to fill. */
  glyphs(style: Style): Map<number | string, Glyph>
  /** The face that draws one character of a role. */
  choose(role: FontRole, character: string): Choice
  /** One face for a whole word, so that a name is never set in two faces. */
  chooseWhole(role: FontRole, text: string): WholeChoice
  /** In em. */
  advance(face: string, character: string): number
  ink(face: string, character: string): Ink | undefined
}

/** More different words than a document has; what is kept of all documents must end somewhere. */
const MOST_WORDS = 50_000

const answersBySet = new WeakMap<FaceSet, Answers>()

function answersOf(set: FaceSet): Answers {
  let answers = answersBySet.get(set)
  if (!answers) {
    answers = { glyphs: new WeakMap(), choices: new Map(), wholes: new Map(), advances: new Map(), inks: new Map() }
    answersBySet.set(set, answers)
  }
  return answers
}

export function openTypefaces(set: FaceSet): Typefaces {
  const { glyphs, choices, wholes, advances, inks } = answersOf(set)
  const ownFace = (role: FontRole) => set.faces.find((face) => face.role === role)?.key
  return {
    set,
    glyphs(style) {
      let ofStyle = glyphs.get(style)
      if (!ofStyle) {
        ofStyle = new Map()
        glyphs.set(style, ofStyle)
      }
      return ofStyle
    },
    choose(role, character) {
      const key = `${role}${character}`
      let choice = choices.get(key)
      if (!choice) {
        const { face, missing } = set.pick(role, character)
        const own = missing.length > 0 || face.key === ownFace(role)
        choice = { face: face.key, missing: missing.length > 0, borrowed: !own }
        choices.set(key, choice)
      }
      return choice
    },
    chooseWhole(role, text) {
      const key = `${role}${text}`
      let choice = wholes.get(key)
      if (!choice) {
        const { face, missing } = set.pick(role, text)
        choice = { face: face.key, missing }
        if (wholes.size >= MOST_WORDS) wholes.clear()
        wholes.set(key, choice)
      }
      return choice
    },
    advance(face, character) {
      let known = advances.get(face)
      if (!known) {
        known = new Map()
        advances.set(face, known)
      }
      let advance = known.get(character)
      if (advance === undefined) {
        advance = set.advance(face, character) / 1000
        known.set(character, advance)
      }
      return advance
    },
    ink(face, character) {
      const key = `${face}\u0000${character}`
      if (!inks.has(key)) inks.set(key, set.ink(face, character))
      return inks.get(key)
    },
  }
}
