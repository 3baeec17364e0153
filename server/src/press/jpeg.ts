import type { Orientation } from '../typeset/picture.ts'

/** What a JPEG says of itself. */
export interface JpegHeader {
  /** Pixels as stored. */
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
  readonly orientation: Orientation
  /** Where the orientation is written, and its byte order; undefined where it is not. */
  readonly orientationAt: { readonly offset: number; readonly little: boolean } | undefined
}

const [SOI, EOI, SOS, APP1] = [0xd8, 0xd9, 0xda, 0xe1]
/** Frames that PDF can show: baseline, extended and progressive with Huffman codes (ISO 32000-1, 7.4.8). */
const SHOWN = new Set([0xc0, 0xc1, 0xc2])
/** Codes without a length: fill, restarts, start and end of the picture (ITU-T T.81, table B.1). */
function isBare(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= EOI)
}

/** By the first two bytes. */
export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === SOI
}

/** The header of a whole JPEG; undefined for one that is cut off, damaged or of a kind that PDF does not know. */
export function readJpeg(bytes: Uint8Array): JpegHeader | undefined {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let frame: Pick<JpegHeader, 'width' | 'height' | 'channels'> | undefined
  let orientation: ReturnType<typeof orientationIn>
  try {
    for (let at = 2; ; ) {
      if (data.getUint8(at) !== 0xff) return undefined
      const marker = data.getUint8(at + 1)
      if (marker === 0xff || isBare(marker)) {
        at += marker === 0xff ? 1 : 2
        continue
      }
      const length = data.getUint16(at + 2)
      if (length < 2 || at + 2 + length > bytes.length) return undefined
      if (isFrame(marker)) {
        if (!SHOWN.has(marker) || data.getUint8(at + 4) !== 8) return undefined
        frame = frameOf(data, at + 4)
      }
      if (marker === APP1) orientation ??= orientationIn(data, at + 4, length - 2)
      if (marker === SOS) break
      at += 2 + length
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
  if (!frame || !hasEnd(bytes)) return undefined
  const { value = 1, ...place } = orientation ?? {}
  return { ...frame, orientation: value, orientationAt: 'offset' in place ? place : undefined }
}

/** Start-of-frame markers hold the size; C4, C8 and CC are other things. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function frameOf(data: DataView, at: number): Pick<JpegHeader, 'width' | 'height' | 'channels'> | undefined {
  const [height, width, channels] = [data.getUint16(at + 1), data.getUint16(at + 3), data.getUint8(at + 5)]
  if (width === 0 || height === 0 || !(channels === 1 || channels === 3 || channels === 4)) return undefined
  return { width, height, channels }
}

/** Whether the picture ends as it must; some programs write more behind it. */
function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at > 0; at--) if (bytes[at] === 0xff && bytes[at + 1] === EOI) return true
  return false
}

const ORIENTATION = 0x0112

/** The orientation in an Exif segment (Exif 2.32, 4.6.4). */
function orientationIn(
  data: DataView,
  start: number,
  length: number,
): { readonly value: Orientation; readonly offset: number; readonly little: boolean } | undefined {
  const tiff = start + 6
  if (length < 14 || data.getUint32(start) !== 0x45786966) return undefined
  const little = data.getUint16(tiff) === 0x4949
  const directory = tiff + data.getUint32(tiff + 4, little)
  const end = start + length
  if (directory + 2 > end) return undefined
  const count = data.getUint16(directory, little)
  for (let index = 0; index < count && directory + 2 + 12 * (index + 1) <= end; index++) {
    const entry = directory + 2 + 12 * index
    if (data.getUint16(entry, little) !== ORIENTATION) continue
    const value = data.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? { value: value as Orientation, offset: entry + 8, little } : undefined
  }
  return undefined
}

/** The file without a word on its orientation, so that no viewer turns it once more. */
export function withoutOrientation(bytes: Uint8Array, { orientation, orientationAt }: JpegHeader): Uint8Array {
  if (!orientationAt || orientation === 1) return bytes
  const copy = new Uint8Array(bytes)
  new DataView(copy.buffer).setUint16(orientationAt.offset, 1, orientationAt.little)
  return copy
}
