import { copyOf, glyphOffsets, type Sfnt, writeSfnt } from './sfnt.ts'

/** What the PDF painter asks of a font that is embedded in part; glyph numbers of the subset run from 0. */
export interface GlyphSubset {
  /** Number of the glyph in the subset; the same glyph gets the same number. */
  includeGlyph(glyph: number): number
  /** The font file of the included glyphs, with the tables that PDF wants (ISO 32000-1, 9.9). */
  encode(): Uint8Array
}

const WORDS = 0x0001
const SCALE = 0x0008
const MORE = 0x0020
const TWO_SCALES = 0x0040
const MATRIX = 0x0080

interface SourceTables {
  readonly head: Uint8Array
  readonly hhea: Uint8Array
  readonly maxp: Uint8Array
  readonly hmtx: Uint8Array
  readonly glyf: Uint8Array
  readonly offsets: Uint32Array
}

/**
 * Takes glyphs out of a TrueType font as they are, without decoding outlines: fontkit's own subset decodes every glyph
 * of every document again, which took longer than the rest of painting.
 * @returns what begins a subset, for one document after the other; undefined for fonts without TrueType outlines
 */
export function glyfSubsets(sfnt: Sfnt): (() => GlyphSubset) | undefined {
  // The offsets of all glyphs of the font are read once, not for every document.
  const source = sourceTables(sfnt)
  return source && (() => beginSubset(source, sfnt.tables))
}

function beginSubset(source: SourceTables, tables: Sfnt['tables']): GlyphSubset {
  const glyphs: number[] = []
  const numbers = new Map<number, number>()
  const includeGlyph = (glyph: number): number => {
    let number = numbers.get(glyph)
    if (number === undefined) {
      number = glyphs.push(glyph) - 1
      numbers.set(glyph, number)
    }
    return number
  }
  // `.notdef` is glyph 0 of every font.
  includeGlyph(0)
  return { includeGlyph, encode: () => encode(source, tables, glyphs, includeGlyph) }
}

function sourceTables(sfnt: Sfnt): SourceTables | undefined {
  const table = (tag: string) => sfnt.tables.get(tag)
  const [head, hhea, maxp, hmtx, glyf] = [table('head'), table('hhea'), table('maxp'), table('hmtx'), table('glyf')]
  const offsets = glyphOffsets(sfnt)
  return head && hhea && maxp && hmtx && glyf && offsets ? { head, hhea, maxp, hmtx, glyf, offsets } : undefined
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function encode(
  source: SourceTables,
  tables: Sfnt['tables'],
  glyphs: readonly number[],
  includeGlyph: (glyph: number) => number,
): Uint8Array {
  const outlines: Uint8Array[] = []
  // Parts of compound glyphs are appended to `glyphs` on the way.
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index]!
    const outline = source.glyf.subarray(source.offsets[glyph], source.offsets[glyph + 1])
    outlines.push(renumberParts(outline, includeGlyph))
  }
  const { glyf, loca } = joinOutlines(outlines)
  const [head, hhea, maxp] = [copyOf(source.head), copyOf(source.hhea), copyOf(source.maxp)]
  view(head).setInt16(50, 1)
  view(hhea).setUint16(34, glyphs.length)
  view(maxp).setUint16(4, glyphs.length)
  const subset = new Map([
    ['head', head],
    ['hhea', hhea],
    ['maxp', maxp],
    ['hmtx', metrics(source, glyphs)],
    ['loca', loca],
    ['glyf', glyf],
  ])
  for (const tag of ['cvt ', 'fpgm', 'prep']) {
    const table = tables.get(tag)
    if (table !== undefined) subset.set(tag, table)
  }
  return writeSfnt({ flavour: 0x00010000, tables: subset })
}

/** A compound glyph names its parts by number; a simple one comes back as it is. */
function renumberParts(outline: Uint8Array, includeGlyph: (glyph: number) => number): Uint8Array {
  if (outline.length < 10 || view(outline).getInt16(0) >= 0) return outline
  const copy = copyOf(outline)
  const data = view(copy)
  let flags = MORE
  for (let at = 10; (flags & MORE) !== 0 && at + 4 <= copy.length; ) {
    flags = data.getUint16(at)
    data.setUint16(at + 2, includeGlyph(data.getUint16(at + 2)))
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2)
    if ((flags & SCALE) !== 0) at += 2
    else if ((flags & TWO_SCALES) !== 0) at += 4
    else if ((flags & MATRIX) !== 0) at += 8
  }
  return copy
}

function joinOutlines(outlines: readonly Uint8Array[]): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const padded = (length: number) => (length + 3) & ~3
  const glyf = new Uint8Array(outlines.reduce((sum, { length }) => sum + padded(length), 0))
  const loca = new Uint8Array(4 * (outlines.length + 1))
  let position = 0
  for (const [index, outline] of outlines.entries()) {
    glyf.set(outline, position)
    position += padded(outline.length)
    view(loca).setUint32(4 * (index + 1), position)
  }
  return { glyf, loca }
}

function metrics({ hhea, hmtx }: SourceTables, glyphs: readonly number[]): Uint8Array {
  const source = view(hmtx)
  // Glyphs beyond the last full record share its advance and have a bearing alone.
  const full = view(hhea).getUint16(34)
  const table = new Uint8Array(4 * glyphs.length)
  for (const [index, glyph] of glyphs.entries()) {
    const bearing = glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full)
    view(table).setUint16(4 * index, source.getUint16(4 * Math.min(glyph, full - 1)))
    view(table).setInt16(4 * index + 2, source.getInt16(bearing))
  }
  return table
}
