import { Unzlib } from 'fflate'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Start and step of the seven passes of an interlaced image, across and down (PNG, 8.2). */
const PASSES = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
] as const
const MOST_PIXELS = 1e8

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((value, index) => bytes[index] === value)
}

/**
 * Whether a PNG is whole: chunks in bounds, header sensible, pixel data complete. Asked before the painter opens it,
 * which decodes asynchronously and lets the process end where the data are broken.
 */
export function isSoundPng(bytes: Uint8Array): boolean {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let expected: number | undefined
  let unpacked = 0
  const inflater = new Unzlib((piece) => {
    unpacked += piece.length
    if (unpacked > (expected ?? 0)) throw new Error('more pixels than the header says')
  })
  try {
    for (let at = SIGNATURE.length; at < bytes.length; ) {
      const length = data.getUint32(at)
      const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
      const content = bytes.subarray(at + 8, at + 8 + length)
      if (content.length < length) return false
      if (type === 'IHDR') expected = unpackedSize(content)
      if (type === 'IDAT') inflater.push(content)
      if (type === 'IEND') return expected !== undefined && unpacked === expected
      at += 12 + length
    }
  } catch {
    return false
  }
  return false
}

function unpackedSize(header: Uint8Array): number | undefined {
  const data = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const [width, height] = [data.getUint32(0), data.getUint32(4)]
  const bits = data.getUint8(8) * (CHANNELS[data.getUint8(9)] ?? 0)
  if (bits === 0 || width === 0 || height === 0 || width * height > MOST_PIXELS) return undefined
  const rows = (columns: number, lines: number) => (columns === 0 ? 0 : lines * (1 + Math.ceil((columns * bits) / 8)))
  if (data.getUint8(12) === 0) return rows(width, height)
  return PASSES.reduce((sum, [x, dx, y, dy]) => {
    return sum + rows(Math.ceil((width - x) / dx), Math.max(0, Math.ceil((height - y) / dy)))
  }, 0)
}
