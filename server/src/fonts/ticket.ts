import fontkit from './fontkit.cts'
import { type GlyphSubset, glyfSubsets } from './glyfSubset.ts'
import type { Glyph, OpenedFace } from './openedFace.ts'
import { readSfnt } from './sfnt.ts'

// The PDF painter parses the fonts of every document anew, which takes longer than all the rest, and accepts file bytes
// only. So it is given a ticket: a few bytes of a font format of our own, which "parses" to the font that is open.
const MAGIC = [0x48, 0x6f, 0x6e, 0x67, 0x74, 0x6f, 0x75, 0x21]

const tickets: { readonly bytes: Uint8Array; readonly font: object }[] = []
const known = new Map<string, Uint8Array>()

class Ticket {
  static probe(bytes: Uint8Array): boolean {
    return bytes.length === MAGIC.length + 2 && MAGIC.every((value, index) => bytes[index] === value)
  }

  constructor(stream: { readonly buffer: Uint8Array }) {
    const [high = 0, low = 0] = stream.buffer.subarray(MAGIC.length)
    // biome-ignore lint/correctness/noConstructorReturn: fontkit calls `new` on a format and takes what comes back
    return tickets[high * 256 + low]?.font ?? {}
  }
}

const registerFormat = (fontkit as unknown as { registerFormat(format: typeof Ticket): void }).registerFormat
registerFormat(Ticket)

/** Bytes to be given to the PDF painter in place of the face's font file. */
export function ticketFor(face: OpenedFace): Uint8Array {
  const old = known.get(face.key)
  if (old !== undefined) return old
  const bytes = Uint8Array.of(...MAGIC, tickets.length >> 8, tickets.length & 0xff)
  tickets.push({ bytes, font: plainFont(face) })
  known.set(face.key, bytes)
  return bytes
}

/** The parsed font with a layout of one glyph a character: no ligatures, no kerning, nothing for what is invisible. */
function plainFont(face: OpenedFace): object {
  const sfnt = readSfnt(face.bytes)
  const begin = (sfnt && glyfSubsets(sfnt)) ?? (() => face.font.createSubset() as unknown as GlyphSubset)
  const toUnits = face.font.unitsPerEm / 1000
  return Object.create(face.font, {
    createSubset: { value: begin },
    layout: {
      value(text: string) {
        const glyphs: { id: number; advanceWidth: number; codePoints: readonly number[] }[] = []
        for (const character of text) {
          const glyph: Glyph | undefined = face.glyph(character)
          if (glyph === undefined) continue
          glyphs.push({ id: glyph.id, advanceWidth: glyph.advance * toUnits, codePoints: glyph.codePoints })
        }
        const advanceWidth = glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0)
        return { glyphs, positions: glyphs.map(() => ({})), advanceWidth }
      },
    },
  })
}
