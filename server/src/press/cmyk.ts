import { zlibSync } from 'fflate'
import jpegModule from 'jpeg-js'
import { joined } from '../render/png.ts'
import { crc32 } from '../text/crc32.ts'

// A CommonJS module: Node hands over the whole module, bundlers its `default`.
const jpeg = (jpegModule as { default?: typeof jpegModule }).default ?? jpegModule

/** Enough to decode what {@link MOST_CMYK_PIXELS} allows. */
const MEGABYTES = 1024

/** Decoding takes some sixty bytes a pixel; A4 at 300 dpi has 9 million. */
export const MOST_CMYK_PIXELS = 16e6

/**
 * A picture for printing presses as a PNG: PDF/A allows no CMYK beside an sRGB output intent (ISO 19005-2, 6.2.4.3). By the
 * plain formula, without colour management. Undefined where the data are damaged.
 */
export function rgbOf(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const options = {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxMemoryUsageInMB: MEGABYTES,
    } as const
    const { width, height, data } = jpeg.decode(bytes, options)
    return pngOf(width, height, data)
  } catch {
    return undefined
  }
}

function pngOf(width: number, height: number, rgb: Uint8Array): Uint8Array {
  const rows = new Uint8Array(height * (1 + 3 * width))
  for (let y = 0; y < height; y++) rows.set(rgb.subarray(3 * width * y, 3 * width * (y + 1)), y * (1 + 3 * width) + 1)
  const header = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  new DataView(header.buffer).setUint32(0, width)
  new DataView(header.buffer).setUint32(4, height)
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  for (let at = 0; at < 4; at++) bytes[4 + at] = type.charCodeAt(at)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}
