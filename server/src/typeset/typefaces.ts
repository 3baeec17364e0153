import type { FaceSet, Ink } from '../fonts/faceSet.ts'
import type { FontRole } from '../standard/fontRole.ts'
import type { Glyph } from './units.ts'

/** A face for a character, and whether even that face lacks it. */
interface Choice {
  readonly face: string
  readonly missing: boolean
}

/** Answers of a {@link FaceSet}, kept: they are asked for every character of a document. */
export interface Typefaces {
  readonly set: FaceSet
  /** Glyphs already known of a style, by their text; for the cutter to fill. */
  glyphs(style: string): Map<string, Glyph>
  /** The face that draws one character of a role. */
  choose(role: FontRole, character: string): Choice
  /** One face for a whole word, so that a name is never set in two faces. */
  chooseWhole(role: FontRole, text: string): { readonly face: string; readonly missing: readonly string[] }
  /** In em. */
  advance(face: string, character: string): number
  ink(face: string, character: string): Ink | undefined
  /** Roles that were asked for, with the faces that answered. */
  used(): ReadonlyMap<FontRole, ReadonlySet<string>>
}

const keptBySet = new WeakMap<FaceSet, Map<string, Map<string, number>>>()

export function openTypefaces(set: FaceSet): Typefaces {
  const choices = new Map<FontRole, Map<string, Choice>>()
  const used = new Map<FontRole, Set<string>>()
  let advances = keptBySet.get(set)
  if (!advances) {
    advances = new Map()
    keptBySet.set(set, advances)
  }
  const glyphs = new Map<string, Map<string, Glyph>>()
  const wholes = new Map<string, { readonly face: string; readonly missing: readonly string[] }>()
  const inks = new Map<string, Ink | undefined>()

  const use = (role: FontRole, face: string) => {
    let faces = used.get(role)
    if (!faces) {
      faces = new Set()
      used.set(role, faces)
    }
    faces.add(face)
  }

  const known = (role: FontRole) => {
    let ofRole = choices.get(role)
    if (!ofRole) {
      ofRole = new Map()
      choices.set(role, ofRole)
    }
    return ofRole
  }

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
      const ofRole = known(role)
      let choice = ofRole.get(character)
      if (!choice) {
        const { face, missing } = set.pick(role, character)
        choice = { face: face.key, missing: missing.length > 0 }
        ofRole.set(character, choice)
        use(role, face.key)
      }
      return choice
    },
    chooseWhole(role, text) {
      const key = `${role}${text}`
      let choice = wholes.get(key)
      if (!choice) {
        const { face, missing } = set.pick(role, text)
        choice = { face: face.key, missing }
        wholes.set(key, choice)
        use(role, face.key)
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
    used: () => used,
  }
}
