import type { Sfnt } from '../../server/src/fonts/sfnt.ts'

const LONG_OFFSETS = 50

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** A bar over the whole em, clockwise as TrueType wants it. */
function bar(em: number, bottom: number, top: number): Uint8Array {
  const words = [
    ...[1, 0, bottom, em, top],
    ...[3, 0],
    // Four points on the curve with two-byte distances.
    ...[0x0101, 0x0101],
    ...[0, 0, em, 0],
    ...[bottom, top - bottom, 0, bottom - top],
  ]
  const outline = new Uint8Array(2 * words.length + 2)
  for (const [index, word] of words.entries()) view(outline).setInt16(2 * index, word)
  return outline
}

/** Where `hmtx` has the glyph's left bearing: glyphs beyond the full records have a bearing alone. */
function bearingOffset(tables: Sfnt['tables'], glyph: number): number {
  const full = view(tables.get('hhea')!).getUint16(34)
  return glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full)
}

/**
 * The tables with the dash drawn from edge to edge of its em, as high and thick as before: 破折号 is one unbroken line
 * of two em (GB/T 15834—2011, 4.10), and these fonts leave a gap between its halves.
 */
export function withFullDash({ tables }: Sfnt, glyph: number): ReadonlyMap<string, Uint8Array> {
  const copy = (tag: string) => new Uint8Array(tables.get(tag)!)
  const [head, loca, glyf, hmtx] = [copy('head'), copy('loca'), copy('glyf'), copy('hmtx')]
  const long = view(head).getInt16(LONG_OFFSETS) === 1
  const count = loca.length / (long ? 4 : 2)
  const offsets = Array.from({ length: count }, (_, index) => {
    return long ? view(loca).getUint32(4 * index) : 2 * view(loca).getUint16(2 * index)
  })
  const [start, end] = [offsets[glyph]!, offsets[glyph + 1]!]
  const old = view(glyf)
  const outline = bar(view(head).getUint16(18), old.getInt16(start + 4), old.getInt16(start + 8))
  const newGlyf = new Uint8Array(glyf.length - (end - start) + outline.length)
  newGlyf.set(glyf.subarray(0, start))
  newGlyf.set(outline, start)
  newGlyf.set(glyf.subarray(end), start + outline.length)
  const newLoca = new Uint8Array(4 * count)
  for (const [index, offset] of offsets.entries()) {
    view(newLoca).setUint32(4 * index, index > glyph ? offset + outline.length - (end - start) : offset)
  }
  view(head).setInt16(LONG_OFFSETS, 1)
  view(hmtx).setInt16(bearingOffset(tables, glyph), 0)
  return new Map([...tables, ['head', head], ['loca', newLoca], ['glyf', newGlyf], ['hmtx', hmtx]])
}
