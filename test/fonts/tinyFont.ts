import { writeSfnt } from '../../server/src/fonts/sfnt.ts'

interface NameRecord {
  readonly platform: number
  readonly encoding: number
  readonly id: number
  readonly bytes: Uint8Array
}

export function nameTable(records: readonly NameRecord[]): Uint8Array {
  const storage = 6 + 12 * records.length
  const table = new Uint8Array(records.reduce((sum, { bytes }) => sum + bytes.length, storage))
  const data = new DataView(table.buffer)
  data.setUint16(2, records.length)
  data.setUint16(4, storage)
  let position = storage
  for (const [index, { platform, encoding, id, bytes }] of records.entries()) {
    const fields = [platform, encoding, 0, id, bytes.length, position - storage]
    for (const [field, value] of fields.entries()) data.setUint16(6 + 12 * index + 2 * field, value)
    table.set(bytes, position)
    position += bytes.length
  }
  return table
}

/** A font file that has names and metrics, and no glyphs. */
export function tinyFont({ family = '某体', unitsPerEm = 1000, fsType = 0, weight = 400 } = {}): Uint8Array {
  const head = new Uint8Array(54)
  new DataView(head.buffer).setUint16(18, unitsPerEm)
  const os2 = new Uint8Array(78)
  new DataView(os2.buffer).setUint16(4, weight)
  new DataView(os2.buffer).setUint16(8, fsType)
  const text = Uint8Array.from([...family].flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255]))
  const tables = new Map([
    ['head', head],
    ['hhea', new Uint8Array(36).fill(1)],
    ['OS/2', os2],
    ['name', nameTable([{ platform: 3, encoding: 1, id: 1, bytes: text }])],
  ])
  return writeSfnt({ flavour: 0x00010000, tables })
}

/** A TTC file of the fonts. */
export function collectionOf(fonts: readonly Uint8Array[]): Uint8Array {
  const start = 12 + 4 * fonts.length
  const file = new Uint8Array(fonts.reduce((sum, font) => sum + font.length, start))
  const data = new DataView(file.buffer)
  data.setUint32(0, 0x74746366)
  data.setUint32(4, 0x00010000)
  data.setUint32(8, fonts.length)
  let position = start
  for (const [index, font] of fonts.entries()) {
    file.set(font, position)
    data.setUint32(12 + 4 * index, position)
    // Table offsets count from the start of the file.
    for (let table = 0; table < data.getUint16(position + 4); table++) {
      const at = position + 12 + 16 * table + 8
      data.setUint32(at, data.getUint32(at) + position)
    }
    position += font.length
  }
  return file
}
