import { Unzlib } from 'fflate'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Depths by colour type (PNG, 11.2.2), and how many channels it has. */
const TYPES: Readonly<Record<number, { readonly channels: number; readonly depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
}
/** Start and step of the seven passes of an interlaced image, across and down (PNG, 8.2). */
const ADAM7 = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
] as const

/** The parts of a PNG that its picture is made of. */
export interface Png {
  readonly width: number
  readonly height: number
  /** Bits a channel. */
  readonly depth: number
  readonly colourType: number
  readonly channels: number
  readonly interlaced: boolean
  /** Red, green and blue of each entry. */
  readonly palette: Uint8Array | undefined
  /** What the colours of the palette cover, or the one colour that is clear. */
  readonly transparency: Uint8Array | undefined
  /** Packed rows, one behind the other. */
  readonly data: readonly Uint8Array[]
}

/** Pixels that are stored one behind the other: every so-manieth column of every so-manieth row. */
export interface Pass {
  readonly left: number
  readonly across: number
  readonly top: number
  readonly down: number
  readonly columns: number
  readonly rows: number
}

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((value, index) => bytes[index] === value)
}

/** The parts of a PNG; undefined where chunks are out of bounds or the header makes no sense. The rows are not looked at. */
export function readPng(bytes: Uint8Array): Png | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks = new Map<string, Uint8Array[]>()
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at + 12 + length > bytes.length) return undefined
    const content = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'IEND') return pngOf(chunks)
    const others = chunks.get(type)
    if (others) others.push(content)
    else chunks.set(type, [content])
    at += 12 + length
  }
  return undefined
}

function pngOf(chunks: ReadonlyMap<string, readonly Uint8Array[]>): Png | undefined {
  const header = chunks.get('IHDR')?.[0]
  const data = chunks.get('IDAT') ?? []
  if (header?.length !== 13 || data.length === 0) return undefined
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const [width, height, depth, colourType] = [view.getUint32(0), view.getUint32(4), view.getUint8(8), view.getUint8(9)]
  const type = TYPES[colourType]
  if (width === 0 || height === 0 || !type?.depths.includes(depth) || view.getUint8(12) > 1) return undefined
  const palette = chunks.get('PLTE')?.[0]
  const isPaletteSound =
    palette !== undefined && palette.length >= 3 && palette.length % 3 === 0 && palette.length <= 768
  if (colourType === 3 && !isPaletteSound) return undefined
  const interlaced = view.getUint8(12) === 1
  const transparency = chunks.get('tRNS')?.[0]
  return { width, height, depth, colourType, channels: type.channels, interlaced, palette, transparency, data }
}

/** Whether PDF can have the rows as they are; else they must be taken apart. */
export function isPlainPng({ colourType, interlaced, transparency }: Png): boolean {
  return colourType !== 4 && colourType !== 6 && !interlaced && transparency === undefined
}

/** The passes in which the pixels are stored; one, unless they are interlaced. */
export function passesOf({ width, height, interlaced }: Png): readonly Pass[] {
  if (!interlaced) return [{ left: 0, across: 1, top: 0, down: 1, columns: width, rows: height }]
  return ADAM7.map(([left, across, top, down]) => ({
    ...{ left, across, top, down },
    columns: Math.ceil((width - left) / across),
    rows: Math.ceil((height - top) / down),
  })).filter(({ columns, rows }) => columns > 0 && rows > 0)
}

/** Bytes of a row without its filter. */
export function rowBytes({ depth, channels }: Png, columns: number): number {
  return Math.ceil((columns * depth * channels) / 8)
}

/** Bytes of all rows, each with its filter. */
export function unpackedSize(png: Png): number {
  return passesOf(png).reduce((sum, { columns, rows }) => sum + rows * (1 + rowBytes(png, columns)), 0)
}

/** Whether the rows are all there. They are unpacked piece by piece, so that no small file fills the memory. */
export function isWholePng(png: Png): boolean {
  const expected = unpackedSize(png)
  let unpacked = 0
  let ended = false
  const inflater = new Unzlib((piece, last) => {
    unpacked += piece.length
    ended ||= last
    if (unpacked > expected) throw new RangeError('more pixels than the header says')
  })
  try {
    for (const [index, piece] of png.data.entries()) inflater.push(piece, index === png.data.length - 1)
  } catch {
    // Of this packer, any failure is one of the data.
    return false
  }
  return ended && unpacked === expected
}

/** One array of several. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
