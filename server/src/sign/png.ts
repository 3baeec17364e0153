import { inflate, undoPngFilters } from '../pdf/flate.ts'
import { latin1 } from '../pdf/lexer.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'

/** Pixels of a picture, 8 bits a channel. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
  /** Absent when every pixel is opaque. */
  readonly alpha: Uint8Array | undefined
}

/** A seal is a few centimetres wide: more pixels than this are no seal. */
const MAX_SIDE = 4096

/** Channels by colour type (PNG specification 11.2.1); missing: not allowed there. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/**
 * Reads a PNG of 8 bits a channel (grey, colour or palette, with or without alpha), not interlaced.
 * @throws Failure `sign-seal-image`
 */
export function readPng(bytes: Uint8Array): Pixels {
  if (latin1(bytes.subarray(0, 8)) !== '\x89PNG\r\n\x1a\n') throw unfit('不是 PNG 格式')
  const chunks = readChunks(bytes)
  const head = chunks.get('IHDR')
  if (head?.length !== 13) throw unfit('文件不完整')
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  const width = view.getUint32(0)
  const height = view.getUint32(4)
  const channels = CHANNELS[head[9] as number]
  if (width === 0 || height === 0 || width > MAX_SIDE || height > MAX_SIDE) throw unfit('尺寸应在 1 至 4096 像素之间')
  if (head[8] !== 8 || channels === undefined || head[12] !== 0) throw unfit('请另存为每通道 8 位、不交错的 PNG')
  const rows = unpackRows(chunks.get('IDAT') ?? new Uint8Array(), width * channels, height, channels)
  return toPixels(rows, { width, height, colourType: head[9] as number, channels, chunks })
}

function unfit(why: string): Failure {
  return new Failure('sign-seal-image', message('印章图片不能用：{0}。请换用透明背景的 PNG 图片。', message(why)))
}

function readChunks(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const chunks = new Map<string, Uint8Array>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = latin1(bytes.subarray(at + 4, at + 8))
    if (at + 12 + length > bytes.length) throw unfit('文件不完整')
    const data = bytes.subarray(at + 8, at + 8 + length)
    const before = type === 'IDAT' ? chunks.get(type) : undefined
    chunks.set(type, before ? join(before, data) : data)
    at += 12 + length
  }
  return chunks
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length)
  whole.set(a)
  whole.set(b, a.length)
  return whole
}

function unpackRows(packed: Uint8Array, width: number, height: number, step: number): Uint8Array {
  const size = (width + 1) * height
  let rows: Uint8Array
  try {
    rows = undoPngFilters(inflate(packed, size), width, step)
  } catch {
    throw unfit('文件不完整')
  }
  if (rows.length !== width * height) throw unfit('文件不完整')
  return rows
}

interface Layout {
  readonly width: number
  readonly height: number
  readonly colourType: number
  readonly channels: number
  readonly chunks: ReadonlyMap<string, Uint8Array>
}

function toPixels(rows: Uint8Array, { width, height, colourType, channels, chunks }: Layout): Pixels {
  const count = width * height
  const rgb = new Uint8Array(count * 3)
  const alpha = new Uint8Array(count).fill(255)
  const palette = chunks.get('PLTE') ?? new Uint8Array()
  const transparency = chunks.get('tRNS') ?? new Uint8Array()
  const coloured = colourType === 2 || colourType === 6
  for (let i = 0; i < count; i++) {
    const at = i * channels
    const index = rows[at] as number
    for (let c = 0; c < 3; c++) {
      const value = colourType === 3 ? palette[index * 3 + c] : rows[at + (coloured ? c : 0)]
      rgb[i * 3 + c] = value ?? 0
    }
    if (colourType === 3) alpha[i] = transparency[index] ?? 255
    else if (colourType === 4 || colourType === 6) alpha[i] = rows[at + channels - 1] as number
  }
  return { width, height, rgb, alpha: alpha.every((value) => value === 255) ? undefined : alpha }
}
