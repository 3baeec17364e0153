import { openCff } from './cff.ts'
import type { EmBox } from './font.ts'
import { openTrueType } from './trueType.ts'

/** The glyphs of a font program in the file. */
export interface Outlines {
  /** Glyph of a Unicode character, by the font's own table; undefined without one. */
  glyphOf(character: number): number | undefined
  /** Glyph of a byte in the font's own encoding. */
  glyphOfCode(code: number): number | undefined
  /** Glyph of a CID in a CID-keyed CFF font; the CID itself in others. */
  glyphOfCid(cid: number): number
  /** Glyph by its PostScript name. */
  glyphOfName(name: string): number | undefined
  /** Unicode characters by glyph, where the font has a table. */
  characterOf(glyph: number): number | undefined
  /** Undefined for a blank; `missing` for a glyph that is not there or cannot be read. */
  ink(glyph: number): EmBox | undefined | 'missing'
}

/** Opens TrueType, OpenType and bare CFF programs. Type 1 programs are not read: undefined. */
export function openOutlines(bytes: Uint8Array): Outlines | undefined {
  const first = bytes[0]
  // A bare CFF begins with its version 1.0 and the length of its head.
  if (first === 1 && bytes[1] === 0 && (bytes[2] ?? 0) >= 4) return openCff(bytes)
  return openTrueType(bytes)
}
