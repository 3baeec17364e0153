import { openCff } from './cff.ts'
import type { EmBox } from './font.ts'
import type { Outlines } from './outlines.ts'

type Tables = ReadonlyMap<string, DataView>

/** Segments or groups read of one character table. */
const MAX_GROUPS = 70_000

/** Characters read of one character table: more than Unicode assigns to Chinese. */
const MAX_CHARACTERS = 200_000

/** Opens an sfnt file; its tables need not all be there, as subsets leave out much. */
export function openTrueType(bytes: Uint8Array): Outlines | undefined {
  const tables = readTables(bytes)
  const cff = tables.get('CFF ')
  const maps = characterMaps(tables.get('cmap'))
  const inner = cff && openCff(new Uint8Array(cff.buffer, cff.byteOffset, cff.byteLength))
  if (tables.size === 0) return undefined
  let reverse: ReadonlyMap<number, number> | undefined
  return {
    glyphOf: (character) => maps.unicode()?.get(character),
    // Symbol fonts keep their codes at U+F000 (9.6.6.4).
    glyphOfCode: (code) => maps.symbol()?.get(0xf000 + code) ?? maps.symbol()?.get(code) ?? maps.mac()?.get(code),
    glyphOfCid: (cid) => inner?.glyphOfCid(cid) ?? cid,
    glyphOfName: (name) => inner?.glyphOfName(name),
    characterOf(glyph) {
      reverse ??= new Map([...(maps.unicode() ?? [])].reverse().map(([character, index]) => [index, character]))
      return reverse.get(glyph)
    },
    ink: inner ? inner.ink : glyphBoxes(tables),
  }
}

function readTables(bytes: Uint8Array): Tables {
  const tables = new Map<string, DataView>()
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12) return tables
  const start = data.getUint32(0) === 0x74746366 && bytes.length >= 16 ? data.getUint32(12) : 0
  if (start + 12 > bytes.length) return tables
  const count = data.getUint16(start + 4)
  for (let index = 0; index < count; index++) {
    const at = start + 12 + 16 * index
    if (at + 16 > bytes.length) break
    const [offset, length] = [data.getUint32(at + 8), data.getUint32(at + 12)]
    if (offset > bytes.length) continue
    // Some programs state lengths that are rounded up beyond the end.
    const inside = Math.min(length, bytes.length - offset)
    tables.set(
      String.fromCharCode(...bytes.subarray(at, at + 4)),
      new DataView(bytes.buffer, bytes.byteOffset + offset, inside),
    )
  }
  return tables
}

/** Each outline of `glyf` begins with its box. */
function glyphBoxes(tables: Tables): (glyph: number) => EmBox | undefined | 'missing' {
  const [head, loca, glyf] = [tables.get('head'), tables.get('loca'), tables.get('glyf')]
  if (!head || !loca || !glyf || head.byteLength < 52) return () => 'missing'
  const unit = 1 / (head.getUint16(18) || 1000)
  const long = head.getInt16(50) === 1
  const count = (long ? loca.byteLength >> 2 : loca.byteLength >> 1) - 1
  const offset = (glyph: number): number => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  return (glyph) => {
    if (glyph < 0 || glyph >= count) return 'missing'
    const [start, end] = [offset(glyph), offset(glyph + 1)]
    if (end <= start) return undefined
    if (start + 10 > glyf.byteLength) return 'missing'
    const [left, bottom, right, top] = [2, 4, 6, 8].map((at) => glyf.getInt16(start + at) * unit) as [
      number,
      number,
      number,
      number,
    ]
    return right > left && top > bottom ? { left, bottom, right, top } : undefined
  }
}

type CharacterMap = ReadonlyMap<number, number>

interface CharacterMaps {
  unicode(): CharacterMap | undefined
  symbol(): CharacterMap | undefined
  mac(): CharacterMap | undefined
}

const nothing = (): undefined => undefined

/** The tables by platform and encoding; each is read when it is first asked for. */
function characterMaps(cmap: DataView | undefined): CharacterMaps {
  if (cmap === undefined || cmap.byteLength < 4) return { unicode: nothing, symbol: nothing, mac: nothing }
  const count = Math.min(cmap.getUint16(2), 32, (cmap.byteLength - 4) >> 3)
  const offsets = new Map<string, number>()
  for (let index = 0; index < count; index++) {
    const at = 4 + 8 * index
    offsets.set(`${cmap.getUint16(at)} ${cmap.getUint16(at + 2)}`, cmap.getUint32(at + 4))
  }
  const read = (...keys: readonly string[]): CharacterMap | undefined => {
    const found = keys.map((key) => offsets.get(key)).find((offset) => offset !== undefined)
    return found === undefined ? undefined : readMap(cmap, found)
  }
  const once = (...keys: readonly string[]): (() => CharacterMap | undefined) => {
    let map: CharacterMap | undefined | 'unread' = 'unread'
    return () => {
      if (map === 'unread') map = read(...keys)
      return map
    }
  }
  return {
    unicode: once('3 10', '0 6', '0 4', '3 1', '0 3', '0 2', '0 1', '0 0'),
    symbol: once('3 0'),
    mac: once('1 0'),
  }
}

function readMap(cmap: DataView, at: number): CharacterMap {
  const map = new Map<number, number>()
  try {
    const format = cmap.getUint16(at)
    if (format === 0) for (let code = 0; code < 256; code++) map.set(code, cmap.getUint8(at + 6 + code))
    else if (format === 4) readSegments(cmap, at, map)
    else if (format === 6) {
      const [first, count] = [cmap.getUint16(at + 6), cmap.getUint16(at + 8)]
      for (let index = 0; index < count; index++) map.set(first + index, cmap.getUint16(at + 10 + 2 * index))
    } else if (format === 12) readGroups(cmap, at, map)
  } catch {
    // A table that ends early holds what was read so far.
  }
  return map
}

function readSegments(cmap: DataView, at: number, map: Map<number, number>): void {
  const count = cmap.getUint16(at + 6) >> 1
  const ends = at + 14
  const starts = ends + 2 * count + 2
  const deltas = starts + 2 * count
  const ranges = deltas + 2 * count
  let left = MAX_CHARACTERS
  for (let index = 0; index < Math.min(count, MAX_GROUPS); index++) {
    const [start, end] = [cmap.getUint16(starts + 2 * index), cmap.getUint16(ends + 2 * index)]
    const delta = cmap.getUint16(deltas + 2 * index)
    const range = cmap.getUint16(ranges + 2 * index)
    for (let code = start; code <= end && code !== 0xffff && left-- > 0; code++) {
      const glyph = range === 0 ? code : cmap.getUint16(ranges + 2 * index + range + 2 * (code - start))
      if (glyph !== 0 || range === 0) map.set(code, (glyph + delta) & 0xffff)
    }
  }
}

function readGroups(cmap: DataView, at: number, map: Map<number, number>): void {
  const count = Math.min(cmap.getUint32(at + 12), MAX_GROUPS)
  let left = MAX_CHARACTERS
  for (let index = 0; index < count; index++) {
    const group = at + 16 + 12 * index
    const [start, end, glyph] = [cmap.getUint32(group), cmap.getUint32(group + 4), cmap.getUint32(group + 8)]
    for (let code = start; code <= end && left-- > 0; code++) map.set(code, glyph + code - start)
  }
}
