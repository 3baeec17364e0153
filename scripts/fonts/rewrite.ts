import { normalisedHhea, readSfnt, writeSfnt } from '../../server/src/fonts/sfnt.ts'
import { withFullDash } from './dash.ts'

const DASH = 0x2014
const WINDOWS = 3
const UNICODE_BMP = 1
const ENGLISH = 0x0409

/** Copyright, trademark, licence text and licence address: the OFL asks that they stay. */
const KEPT_NAMES = [0, 7, 13, 14]

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length)
  for (let index = 0; index < text.length; index++) {
    bytes[2 * index] = text.charCodeAt(index) >> 8
    bytes[2 * index + 1] = text.charCodeAt(index) & 0xff
  }
  return bytes
}

function oldNames(table: Uint8Array): Map<number, string> {
  const data = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const names = new Map<number, string>()
  for (let index = 0; index < data.getUint16(2); index++) {
    const at = 6 + 12 * index
    if (data.getUint16(at) !== WINDOWS || data.getUint16(at + 4) !== ENGLISH) continue
    const start = data.getUint16(4) + data.getUint16(at + 10)
    const text = new TextDecoder('utf-16be').decode(table.subarray(start, start + data.getUint16(at + 8)))
    names.set(data.getUint16(at + 6), text)
  }
  return names
}

function nameTable(names: ReadonlyMap<number, string>): Uint8Array {
  const records = [...names].sort(([a], [b]) => a - b).map(([id, text]) => ({ id, bytes: utf16(text) }))
  const storage = 6 + 12 * records.length
  const table = new Uint8Array(records.reduce((sum, { bytes }) => sum + bytes.length, storage))
  const data = new DataView(table.buffer)
  data.setUint16(2, records.length)
  data.setUint16(4, storage)
  let position = storage
  for (const [index, { id, bytes }] of records.entries()) {
    const fields = [WINDOWS, UNICODE_BMP, ENGLISH, id, bytes.length, position - storage]
    for (const [field, value] of fields.entries()) data.setUint16(6 + 12 * index + 2 * field, value)
    table.set(bytes, position)
    position += bytes.length
  }
  return table
}

/** A character map of one format 12 subtable: all that a renderer needs. */
function characterMap(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const groups: [first: number, last: number, glyph: number][] = []
  for (const [code, glyph] of [...glyphs].sort(([a], [b]) => a - b)) {
    const group = groups.at(-1)
    if (group !== undefined && group[1] + 1 === code && group[2] + code - group[0] === glyph) group[1] = code
    else groups.push([code, code, glyph])
  }
  const table = new Uint8Array(28 + 12 * groups.length)
  const data = new DataView(table.buffer)
  data.setUint16(2, 1)
  data.setUint16(4, WINDOWS)
  data.setUint16(6, 10)
  data.setUint32(8, 12)
  data.setUint16(12, 12)
  data.setUint32(16, 16 + 12 * groups.length)
  data.setUint32(24, groups.length)
  for (const [index, group] of groups.entries()) {
    for (const [field, value] of group.entries()) data.setUint32(28 + 12 * index + 4 * field, value)
  }
  return table
}

/**
 * A derived font under its own name (the OFL reserves the names of its sources), with the common vertical metrics, the
 * given character map, a dash that fills its em, and without the layout tables: every character keeps one glyph and one advance.
 */
export function rewriteFont(
  font: Uint8Array,
  family: string,
  origin: string,
  glyphs: ReadonlyMap<number, number>,
): Uint8Array {
  const sfnt = readSfnt(font)
  const old = sfnt?.tables.get('name')
  const hhea = sfnt && normalisedHhea(sfnt)
  if (sfnt === undefined || old === undefined || hhea === undefined) throw new Error(`${origin} is not a usable font`)
  const names = new Map([...oldNames(old)].filter(([id]) => KEPT_NAMES.includes(id)))
  names.set(1, family).set(2, 'Regular').set(4, family).set(6, family.replaceAll(' ', ''))
  names.set(3, `${family}; derived from ${origin}`).set(10, `A subset of ${origin} under another name.`)
  const tables = new Map(withFullDash(sfnt, glyphs.get(DASH)!))
  for (const tag of ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'prep', 'gasp', 'DSIG', 'meta']) tables.delete(tag)
  tables.set('name', nameTable(names)).set('hhea', hhea).set('cmap', characterMap(glyphs))
  return writeSfnt({ flavour: sfnt.flavour, tables })
}
