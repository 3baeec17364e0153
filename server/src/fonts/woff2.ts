/** Reads the fonts that we pack ourselves: WOFF2 (W3C Recommendation) of one TrueType face, without any check but lengths. */
import { writeSfnt } from './sfnt.ts'
import { writeGlyf } from './woff2Glyf.ts'

/** Tags that the directory names by number (WOFF2 4.1). */
const TAGS =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
const HEADER = 48
const SIGNATURE = 0x774f4632

interface Entry {
  readonly tag: string
  readonly length: number
  readonly transformed: boolean
}

/**
 * The TrueType file that was packed.
 * @param brotli decompresses
 * @throws {RangeError} for what is no such file
 */
export function unpackWoff2(bytes: Uint8Array, brotli: (packed: Uint8Array) => Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) !== SIGNATURE) throw new RangeError('no WOFF2')
  const { entries, end } = readDirectory(bytes, view.getUint16(12))
  const data = brotli(bytes.subarray(end, end + view.getUint32(20)))
  const tables = new Map<string, Uint8Array>()
  let at = 0
  for (const { tag, length, transformed } of entries) {
    const table = data.subarray(at, at + length)
    at += length
    if (tag === 'glyf' && transformed) {
      const { glyf, loca } = writeGlyf(table)
      tables.set('glyf', glyf)
      tables.set('loca', loca)
    } else if (!transformed) tables.set(tag, table)
  }
  // The index of the glyphs is written long, whatever it was.
  const head = new Uint8Array(tables.get('head') ?? new Uint8Array(54))
  new DataView(head.buffer).setInt16(50, 1)
  tables.set('head', head)
  return writeSfnt({ flavour: view.getUint32(4), tables })
}

function readDirectory(bytes: Uint8Array, count: number): { readonly entries: readonly Entry[]; readonly end: number } {
  const entries: Entry[] = []
  let at = HEADER
  const base128 = (): number => {
    for (let value = 0; ; ) {
      const byte = bytes[at++] ?? 0
      value = value * 128 + (byte & 0x7f)
      if ((byte & 0x80) === 0) return value
    }
  }
  for (let index = 0; index < count; index++) {
    const flags = bytes[at++] ?? 0
    const known = flags & 0x3f
    if (known === 63) throw new RangeError('a table that is none of a TrueType font')
    const tag = TAGS.slice(known * 5, known * 5 + 4)
    const version = flags >> 6
    const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0
    const original = base128()
    entries.push({ tag, transformed, length: transformed ? base128() : original })
  }
  return { entries, end: at }
}
