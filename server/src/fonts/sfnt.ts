/** The tables of one face of a TrueType or OpenType file, as views of the file. */
export interface Sfnt {
  /** 0x00010000 for TrueType outlines, 'OTTO' for CFF. */
  readonly flavour: number
  readonly tables: ReadonlyMap<string, Uint8Array>
}

const COLLECTION = 0x74746366
const FLAVOURS = new Set([0x00010000, 0x4f54544f, 0x74727565])

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** A copy to write into. `slice` does not copy where the bytes are a Buffer of Node. */
export function copyOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}

/** Offsets of the table directories: one for a single font, several for a collection; empty if it is no font. */
export function faceOffsets(bytes: Uint8Array): readonly number[] {
  if (bytes.length < 16) return []
  const data = view(bytes)
  const tag = data.getUint32(0)
  if (FLAVOURS.has(tag)) return [0]
  if (tag !== COLLECTION) return []
  const count = Math.min(data.getUint32(8), Math.floor((bytes.length - 12) / 4))
  return Array.from({ length: count }, (_, index) => data.getUint32(12 + 4 * index))
}

/** Reads a table directory. Tables that lie outside the bytes are left out. */
export function readSfnt(bytes: Uint8Array, offset = 0): Sfnt | undefined {
  if (offset + 12 > bytes.length) return undefined
  const data = view(bytes)
  const flavour = data.getUint32(offset)
  if (!FLAVOURS.has(flavour)) return undefined
  const tables = new Map<string, Uint8Array>()
  const count = data.getUint16(offset + 4)
  for (let index = 0; index < count; index++) {
    const at = offset + 12 + 16 * index
    if (at + 16 > bytes.length) break
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    const start = data.getUint32(at + 8)
    const end = start + data.getUint32(at + 12)
    if (end <= bytes.length) tables.set(tag, bytes.subarray(start, end))
  }
  return { flavour, tables }
}

function checksum(bytes: Uint8Array): number {
  const data = view(bytes)
  const whole = bytes.length - (bytes.length % 4)
  let sum = 0
  for (let at = 0; at < whole; at += 4) sum = (sum + data.getUint32(at)) >>> 0
  for (let at = whole; at < bytes.length; at++) sum = (sum + (bytes[at]! << (24 - 8 * (at % 4)))) >>> 0
  return sum >>> 0
}

/** A font file of the tables, with directory and check sums. */
export function writeSfnt({ flavour, tables }: Sfnt): Uint8Array {
  const tags = [...tables.keys()].sort()
  const power = Math.floor(Math.log2(tags.length))
  const size = [...tables.values()].reduce((sum, table) => sum + ((table.length + 3) & ~3), 12 + 16 * tags.length)
  const file = new Uint8Array(size)
  const data = view(file)
  data.setUint32(0, flavour)
  data.setUint16(4, tags.length)
  data.setUint16(6, 16 << power)
  data.setUint16(8, power)
  data.setUint16(10, 16 * tags.length - (16 << power))
  let position = 12 + 16 * tags.length
  let head = -1
  for (const [index, tag] of tags.entries()) {
    const table = tables.get(tag)!
    const at = 12 + 16 * index
    file.set(table, position)
    if (tag === 'head') {
      head = position
      data.setUint32(head + 8, 0)
    }
    for (let letter = 0; letter < 4; letter++) file[at + letter] = tag.charCodeAt(letter)
    data.setUint32(at + 4, checksum(file.subarray(position, position + table.length)))
    data.setUint32(at + 8, position)
    data.setUint32(at + 12, table.length)
    position += (table.length + 3) & ~3
  }
  if (head >= 0) data.setUint32(head + 8, (0xb1b0afba - checksum(file)) >>> 0)
  return file
}

/**
 * The horizontal header with ascent 880, descent −120 and no line gap per 1000 em: the box that Chinese faces draw
 * their characters in. Faces state very different boxes; with one box for all, baselines agree.
 */
export function normalisedHhea({ tables }: Sfnt): Uint8Array | undefined {
  const head = tables.get('head')
  const hhea = tables.get('hhea')
  if (head === undefined || hhea === undefined || head.length < 54 || hhea.length < 36) return undefined
  const unitsPerEm = view(head).getUint16(18)
  const copy = copyOf(hhea)
  const data = view(copy)
  data.setInt16(4, Math.round(0.88 * unitsPerEm))
  data.setInt16(6, Math.round(-0.12 * unitsPerEm))
  data.setInt16(8, 0)
  return copy
}

/** False where the maker forbids embedding (OS/2 `fsType`: restricted licence, or bitmaps only). */
export function mayEmbed({ tables }: Sfnt): boolean {
  const os2 = tables.get('OS/2')
  if (os2 === undefined || os2.length < 10) return true
  const type = view(os2).getUint16(8)
  return (type & 0x000f) !== 0x0002 && (type & 0x0200) === 0
}

/** How far a face is from the regular one of its family, which all its styles are named after: weight, then slant. */
export function distanceFromRegular({ tables }: Sfnt): number {
  const os2 = tables.get('OS/2')
  if (os2 === undefined || os2.length < 64) return 0
  const italic = (view(os2).getUint16(62) & 1) !== 0
  return Math.abs(view(os2).getUint16(4) - 400) + (italic ? 1000 : 0)
}

/** Where each glyph's outline starts in `glyf`, and after the last one its end; undefined without TrueType outlines. */
export function glyphOffsets({ tables }: Sfnt): Uint32Array | undefined {
  const [head, loca] = [tables.get('head'), tables.get('loca')]
  if (head === undefined || loca === undefined || head.length < 54) return undefined
  const data = view(loca)
  if (view(head).getInt16(50) === 1) {
    return Uint32Array.from({ length: loca.length >> 2 }, (_, index) => data.getUint32(4 * index))
  }
  return Uint32Array.from({ length: loca.length >> 1 }, (_, index) => 2 * data.getUint16(2 * index))
}
