import { zlibSync } from 'fflate'

/** Red, green, blue and what it covers, from 0 to 255. */
export type Pixel = readonly [number, number, number, number]

export interface PngKind {
  readonly colourType: 0 | 2 | 3 | 4 | 6
  readonly depth: 1 | 2 | 4 | 8 | 16
  readonly interlaced?: boolean
  /** Colour type 0 and 2: this pixel's colour is clear everywhere. */
  readonly clear?: Pixel
}

/**
 * A PNG of any kind; rows use all five filters in turn. Grey is taken from red.
 * @param pixelAt colours that the depth can hold exactly
 */
export function pngFile(
  kind: PngKind,
  width: number,
  height: number,
  pixelAt: (x: number, y: number) => Pixel,
): Uint8Array {
  const palette: Pixel[] = []
  const entryOf = (pixel: Pixel) => {
    const at = palette.findIndex((each) => each.join() === pixel.join())
    return at >= 0 ? at : palette.push(pixel) - 1
  }
  const top = 2 ** kind.depth - 1
  const valuesOf = (pixel: Pixel): readonly number[] => {
    const [red, green, blue, alpha] = pixel.map((value) => Math.round((value / 255) * top)) as [
      number,
      number,
      number,
      number,
    ]
    switch (kind.colourType) {
      case 0:
        return [red]
      case 2:
        return [red, green, blue]
      case 3:
        return [entryOf(pixel)]
      case 4:
        return [red, alpha]
      case 6:
        return [red, green, blue, alpha]
    }
  }
  const rows = passes(kind.interlaced === true, width, height).flatMap(({ xs, ys }) =>
    filtered(
      ys.map((y) =>
        packed(
          xs.flatMap((x) => valuesOf(pixelAt(x, y))),
          kind.depth,
        ),
      ),
      bytesAPixel(kind),
    ),
  )
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, width)
  head.setUint32(4, height)
  for (const [at, value] of [kind.depth, kind.colourType, 0, 0, kind.interlaced ? 1 : 0].entries())
    head.setUint8(8 + at, value)
  const clear = kind.clear && valuesOf(kind.clear).flatMap((value) => [value >> 8, value & 255])
  return pngOf([
    ['IHDR', new Uint8Array(head.buffer)],
    ...(kind.colourType === 3
      ? ([
          ['PLTE', Uint8Array.from(palette.flatMap((pixel) => pixel.slice(0, 3)))],
          ['tRNS', Uint8Array.from(palette.map(([, , , alpha]) => alpha))],
        ] as const)
      : []),
    ...(clear ? ([['tRNS', Uint8Array.from(clear)]] as const) : []),
    ['IDAT', zlibSync(Uint8Array.from(rows.flat()))],
    ['IEND', new Uint8Array()],
  ])
}

/** A PNG of the chunks, whatever they say. */
export function pngOf(chunks: readonly (readonly [type: string, data: Uint8Array])[]): Uint8Array {
  const bytes = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  for (const [type, data] of chunks) {
    const named = [...type].map((letter) => letter.charCodeAt(0)).concat([...data])
    bytes.push(...big32(data.length), ...named, ...big32(crc32(named)))
  }
  return Uint8Array.from(bytes)
}

function big32(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}

function crc32(bytes: readonly number[]): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function passes(interlaced: boolean, width: number, height: number) {
  const all = (from: number, step: number, end: number) => {
    return Array.from({ length: Math.max(0, Math.ceil((end - from) / step)) }, (_, index) => from + index * step)
  }
  if (!interlaced) return [{ xs: all(0, 1, width), ys: all(0, 1, height) }]
  const steps = ['0 8 0 8', '4 8 0 8', '0 4 4 8', '2 4 0 4', '0 2 2 4', '1 2 0 2', '0 1 1 2']
  return steps
    .map((each) => each.split(' ').map(Number) as [number, number, number, number])
    .map(([x, dx, y, dy]) => ({ xs: all(x, dx, width), ys: all(y, dy, height) }))
    .filter(({ xs }) => xs.length > 0)
}

function bytesAPixel({ colourType, depth }: PngKind): number {
  return Math.max(1, ([1, 0, 3, 1, 2, 0, 4][colourType] as number) * (depth / 8))
}

function packed(values: readonly number[], depth: number): readonly number[] {
  if (depth === 16) return values.flatMap((value) => [value >> 8, value & 255])
  const bytes: number[] = new Array(Math.ceil((values.length * depth) / 8)).fill(0)
  for (const [index, value] of values.entries()) {
    const bit = index * depth
    bytes[bit >> 3] = (bytes[bit >> 3] as number) | (value << (8 - depth - (bit & 7)))
  }
  return bytes
}

function filtered(rows: readonly (readonly number[])[], step: number): readonly (readonly number[])[] {
  return rows.map((row, nth) => {
    const filter = nth % 5
    const guess = (at: number) => {
      const [left, up, corner] = [row[at - step] ?? 0, rows[nth - 1]?.[at] ?? 0, rows[nth - 1]?.[at - step] ?? 0]
      if (filter < 3) return [0, left, up][filter] as number
      if (filter === 3) return (left + up) >> 1
      const base = left + up - corner
      return [left, up, corner].reduce((best, each) => (Math.abs(base - each) < Math.abs(base - best) ? each : best))
    }
    return [filter, ...row.map((value, at) => (value - guess(at)) & 255)]
  })
}

export interface JpegKind {
  /** One value a block of 8 × 8 pixels, for each channel, row by row. */
  readonly blocks: readonly (readonly (readonly number[])[])[]
  /** Exif orientation, 1 to 8. */
  readonly orientation?: number
  /** Adobe's segment with its transform: CMYK is then inverted. */
  readonly adobe?: 0 | 1 | 2
}

/** A baseline JPEG of blocks of one colour. Three channels are Y Cb Cr. */
export function jpegFile({ blocks, orientation, adobe }: JpegKind): Uint8Array {
  const [height, width] = [blocks.length * 8, (blocks[0]?.length ?? 0) * 8]
  const channels = blocks[0]?.[0]?.length ?? 0
  const ids = Array.from({ length: channels }, (_, index) => index + 1)
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...(orientation === undefined ? [] : segment(0xe1, exif(orientation))),
    ...(adobe === undefined ? [] : segment(0xee, [0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, adobe])),
    // All quantised by 8, so that a mean of v has the coefficient v − 128.
    ...segment(0xdb, [0, ...new Array(64).fill(8)]),
    ...segment(0xc0, [
      8,
      height >> 8,
      height & 255,
      width >> 8,
      width & 255,
      channels,
      ...ids.flatMap((id) => [id, 0x11, 0]),
    ]),
    // Categories 0 to 8 in four bits each; of the others only the end of a block.
    ...segment(0xc4, [0x00, 0, 0, 0, 9, ...new Array(12).fill(0), ...Array.from({ length: 9 }, (_, index) => index)]),
    ...segment(0xc4, [0x10, 1, ...new Array(15).fill(0), 0]),
    ...segment(0xda, [channels, ...ids.flatMap((id) => [id, 0]), 0, 63, 0]),
    ...scan(blocks.flat()),
    ...[0xff, 0xd9],
  ])
}

function segment(marker: number, content: readonly number[]): readonly number[] {
  return [0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255, ...content]
}

function exif(orientation: number): readonly number[] {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
  return [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0]
}

function scan(blocks: readonly (readonly number[])[]): readonly number[] {
  const before: number[] = []
  let bits = ''
  for (const block of blocks) {
    for (const [channel, value] of block.entries()) {
      const difference = value - 128 - (before[channel] ?? 0)
      before[channel] = value - 128
      const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1
      const code = difference < 0 ? difference + 2 ** size - 1 : difference
      const digits = size === 0 ? '' : code.toString(2).padStart(size, '0')
      bits += `${size.toString(2).padStart(4, '0')}${digits}0`
    }
  }
  const bytes = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/g) ?? []
  return bytes.map((byte) => Number.parseInt(byte, 2)).flatMap((byte) => (byte === 255 ? [255, 0] : [byte]))
}
