import { tooLarge } from '../damage.ts'
import type { PdfView } from '../file.ts'
import { inflate, undoPredictor } from '../flate.ts'
import { isWhite } from '../lexer.ts'
import {
  integerOf,
  isArray,
  isDictionary,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
} from '../objects.ts'

/** Unpacked size of one content stream, font or map. */
const MAX_UNPACKED = 1 << 26

/** Filters of one stream; real ones have one or two. */
const MAX_FILTERS = 8

type Filter = (bytes: Uint8Array, parameters: PdfDictionary | undefined) => Uint8Array

const FILTERS: Readonly<Record<string, Filter>> = {
  FlateDecode: (bytes, parameters) => undoPredictor(inflate(bytes, MAX_UNPACKED), parameters),
  LZWDecode: (bytes, parameters) =>
    undoPredictor(lzw(bytes, integerOf(parameters?.entries.get('EarlyChange')) ?? 1), parameters),
  ASCIIHexDecode: asciiHex,
  ASCII85Decode: ascii85,
  RunLengthDecode: runLength,
}

/** Short names are allowed in inline images and met elsewhere, too (ISO 32000-1 table 94). */
const SHORT: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  RL: 'RunLengthDecode',
}

/**
 * The data of a stream with all filters undone (ISO 32000-1 7.4).
 * @returns undefined for a filter of images or an unknown one
 * @throws Failure `pdf-damaged` or `pdf-limit`
 */
export function decodeData(view: PdfView, { dictionary, data }: PdfStream): Uint8Array | undefined {
  const names = listOf(view, dictionary.entries.get('Filter') ?? dictionary.entries.get('F'))
  const parameters = listOf(view, dictionary.entries.get('DecodeParms') ?? dictionary.entries.get('DP'))
  if (names.length > MAX_FILTERS) throw tooLarge('一个数据流套用了过多的压缩方式')
  let bytes = data
  for (const [index, each] of names.entries()) {
    const name = nameOf(each) ?? ''
    const filter = FILTERS[SHORT[name] ?? name]
    if (filter === undefined) return undefined
    const given = parameters[index]
    bytes = filter(bytes, isDictionary(given) ? given : undefined)
  }
  return bytes
}

function listOf(view: PdfView, object: PdfObject | undefined): readonly PdfObject[] {
  const value = view.resolve(object)
  if (value === null) return []
  return isArray(value) ? value.items.map((item) => view.resolve(item)) : [value]
}

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

function asciiHex(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array((bytes.length >> 1) + 1)
  let size = 0
  let high = -1
  for (const code of bytes) {
    if (code === 0x3e) break
    const digit = hexValue(code)
    if (digit < 0) continue
    if (high < 0) high = digit
    else {
      out[size++] = high * 16 + digit
      high = -1
    }
  }
  if (high >= 0) out[size++] = high * 16
  return out.subarray(0, size)
}

function ascii85(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  let group: number[] = []
  const flush = (): void => {
    const count = group.length
    while (group.length < 5) group.push(84)
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0)
    for (let i = 0; i < count - 1; i++) out.push(Math.floor(value / 256 ** (3 - i)) & 255)
    group = []
  }
  for (const code of bytes) {
    if (code === 0x7e) break
    if (isWhite(code)) continue
    if (code === 0x7a && group.length === 0) out.push(0, 0, 0, 0)
    else if (code >= 33 && code <= 117) group.push(code - 33)
    if (group.length === 5) flush()
    if (out.length > MAX_UNPACKED) throw tooLarge('压缩数据展开后过大')
  }
  if (group.length > 1) flush()
  return Uint8Array.from(out)
}

function runLength(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at++] as number
    if (length === 128) break
    if (length < 128) for (let i = 0; i <= length && at < bytes.length; i++) out.push(bytes[at++] as number)
    else {
      for (let i = 0; i < 257 - length; i++) out.push(bytes[at] ?? 0)
      at++
    }
    if (out.length > MAX_UNPACKED) throw tooLarge('压缩数据展开后过大')
  }
  return Uint8Array.from(out)
}

const CLEAR = 256
const END = 257

/** LZW of TIFF and PDF (7.4.4): codes of 9 to 12 bits, most significant first. */
function lzw(bytes: Uint8Array, early: number): Uint8Array {
  const out: number[] = []
  let table: (readonly number[])[] = []
  let [width, bits, held] = [9, 0, 0]
  let previous: readonly number[] | undefined
  const entry = (code: number): readonly number[] | undefined => (code < CLEAR ? [code] : table[code - 258])
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    held &= (1 << bits) - 1
    if (code === END) break
    if (code === CLEAR) {
      table = []
      width = 9
      previous = undefined
      continue
    }
    const known: readonly number[] | undefined = entry(code) ?? (previous && [...previous, previous[0] as number])
    if (known === undefined) break
    for (const each of known) out.push(each)
    if (out.length > MAX_UNPACKED) throw tooLarge('压缩数据展开后过大')
    if (previous && table.length < 4096 - 258) table.push([...previous, known[0] as number])
    previous = known
    const size = table.length + 258 + early
    width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9
  }
  return Uint8Array.from(out)
}
