import type { FontRole } from '../standard/fontRole.ts'
import type { Face } from './face.ts'

/** The ink of a glyph in 1/1000 em: x from the pen, y upward from the baseline. */
export interface Ink {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** All faces of a job, opened. Every question is answered from memory, so that the typesetter is synchronous and pure. */
export interface FaceSet {
  /** Faces that were opened, by role in order of preference. */
  readonly faces: readonly Face[]
  /** Faces that were found and not used, and why. */
  readonly skipped?: readonly { readonly face: Face; readonly reason: 'not-embeddable' | 'unreadable' }[]
  /**
   * Private-use characters are always missing, variation selectors and joiners never. Behind the faces of the role stand
   * those of the other roles, so ask for a word or a character at a time: one rare character moves the whole `text`.
   *
   * The first face of the role's chain that has every character of `text`; else the best one and what it lacks.
   */
  pick(role: FontRole, text: string): { readonly face: Face; readonly missing: readonly string[] }
  /** Advance of the character's glyph in 1/1000 em. */
  advance(face: string, character: string): number
  /** Bounding box of the glyph's outline; undefined for blank glyphs. */
  ink(face: string, character: string): Ink | undefined
  /** Outline as SVG path data in 1/1000 em, y downward, pen at 0 0 on the baseline. */
  outline(face: string, character: string): string
  /** The font file to embed, metrics normalised. */
  bytes(face: string): Uint8Array
}
