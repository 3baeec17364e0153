// The glyphs of a run: where each stands and how it is drawn.
import type { FaceSet } from '../fonts/faceSet.ts'
import { ptToMm } from '../standard/units.ts'
import type { Colour, Run } from '../typeset/pages.ts'
import { movable } from './movable.ts'

export const COLOURS: Readonly<Record<Colour, string>> = { 黑: '#000', 红: '#f00' }

/** Ten-thousandths: of a millimetre outside runs, of 1/1000 em inside. */
export function number(value: number): string {
  return String(Math.round(value * 1e4) / 1e4 || 0)
}

export interface PlacedGlyph {
  readonly character: string
  /** Where the pen stands, in 1/1000 em from the start of the run. */
  readonly pen: number
}

export function placeGlyphs({ text, face, pitch, size, scale = 1 }: Run, faces: FaceSet): readonly PlacedGlyph[] {
  let pen = 0
  return [...text].map((character) => {
    const placed = { character, pen }
    pen += faces.advance(face, character) + (pitch / scale / size) * 1000
    return placed
  })
}

/** From 1/1000 em, pen at 0 0, to millimetres on the page, as SVG's `transform`. */
export function runTransform({ x, baseline, size, scale = 1 }: Run): string {
  const upright = ptToMm(size) / 1000
  return `translate(${number(x)} ${number(baseline)}) scale(${upright * scale} ${upright})`
}

const outlines = new WeakMap<FaceSet, Map<string, string>>()

/**
 * Path data of a glyph that begins where the path before it ended; empty for blank glyphs. Remembered with the faces: the
 * same few thousand characters are printed over and over.
 */
export function movableOutline(faces: FaceSet, face: string, character: string): string {
  const known = outlines.get(faces) ?? new Map<string, string>()
  outlines.set(faces, known)
  const name = `${face}\u0000${character}`
  let outline = known.get(name)
  if (outline === undefined) {
    outline = movable(faces.outline(face, character))
    known.set(name, outline)
  }
  return outline
}
