import { Unzlib, zlibSync } from 'fflate'
import { damaged, tooLarge } from './damage.ts'
import {
  integerOf,
  isArray,
  isDictionary,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
} from './objects.ts'

/** Unpacked size of one structure stream (xref, object stream). Real ones stay under a few MB. */
const MAX_UNPACKED = 1 << 27

/** How much is fed to the inflater at a time, so that a bomb is seen before it has filled the memory. */
const SLICE = 1 << 14

/**
 * Undoes zlib packing.
 * @throws Failure `pdf-damaged`, or `pdf-limit` when the result would be larger than `limit` bytes
 */
export function inflate(packed: Uint8Array, limit = MAX_UNPACKED): Uint8Array {
  const pieces: Uint8Array[] = []
  let size = 0
  let done = false
  const inflater = new Unzlib((piece, last) => {
    size += piece.length
    done = last
    if (size > limit) throw tooLarge('压缩数据展开后过大')
    pieces.push(piece)
  })
  try {
    for (let at = 0; at < packed.length; at += SLICE)
      inflater.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length)
  } catch (error) {
    if (error instanceof Error && error.name === 'Failure') throw error
    throw damaged('的压缩数据解不开', 0)
  }
  if (!done) throw damaged('的压缩数据不完整', 0)
  return join(pieces, size)
}

/** Packs with zlib at the usual level. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes)
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/**
 * The content of an xref or object stream. Only FlateDecode is in use for them.
 * @throws Failure `pdf-damaged`, or `pdf-limit` when it is unpacked to more than `limit` bytes
 */
export function decodeStream(stream: PdfStream, limit = MAX_UNPACKED): Uint8Array {
  const filter = single(stream.dictionary.entries.get('Filter'))
  const parameters = single(stream.dictionary.entries.get('DecodeParms'))
  if (filter === undefined || filter === null) return stream.data
  if (nameOf(filter) !== 'FlateDecode') throw tooLarge('交叉引用或对象数据流用了少见的压缩方式')
  const unpacked = inflate(stream.data, Math.min(limit, MAX_UNPACKED))
  if (!isDictionary(parameters)) return unpacked
  return undoPredictor(unpacked, parameters)
}

/**
 * Undoes the row prediction that the parameters of a Flate or LZW filter name.
 * @throws Failure `pdf-damaged` or `pdf-limit`
 */
export function undoPredictor(unpacked: Uint8Array, parameters: PdfDictionary | undefined): Uint8Array {
  const predictor = integerOf(parameters?.entries.get('Predictor')) ?? 1
  if (parameters === undefined || predictor === 1) return unpacked
  if (predictor < 10) throw tooLarge('数据流用了少见的预测方式')
  const colors = integerOf(parameters.entries.get('Colors')) ?? 1
  const bits = integerOf(parameters.entries.get('BitsPerComponent')) ?? 8
  const columns = integerOf(parameters.entries.get('Columns')) ?? 1
  return undoPngFilters(unpacked, Math.ceil((colors * bits * columns) / 8), Math.max(1, (colors * bits) >> 3))
}

function single(object: PdfObject | undefined): PdfObject | undefined {
  return isArray(object) && object.items.length <= 1 ? object.items[0] : object
}

/**
 * Undoes the filters of PNG rows (PNG specification, chapter 9), which PDF uses too.
 * @param width bytes of a row without its filter byte
 * @param step bytes of a whole pixel
 */
export function undoPngFilters(bytes: Uint8Array, width: number, step: number): Uint8Array {
  if (width <= 0 || bytes.length % (width + 1) !== 0) throw damaged('的行宽不对', 0)
  const rows = bytes.length / (width + 1)
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const filter = bytes[row * (width + 1)] as number
    if (filter > 4) throw damaged('的行预测方式不对', 0)
    const from = row * (width + 1) + 1
    const to = row * width
    for (let i = 0; i < width; i++) {
      const left = i >= step ? (out[to + i - step] as number) : 0
      const up = row > 0 ? (out[to + i - width] as number) : 0
      const corner = row > 0 && i >= step ? (out[to + i - width - step] as number) : 0
      out[to + i] = (bytes[from + i] as number) + guess(filter, left, up, corner)
    }
  }
  return out
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter === 4) return paeth(left, up, corner)
  return 0
}

function paeth(left: number, up: number, corner: number): number {
  const base = left + up - corner
  const a = Math.abs(base - left)
  const b = Math.abs(base - up)
  const c = Math.abs(base - corner)
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
