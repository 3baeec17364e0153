import type { FaceSet } from '../fonts/faceSet.ts'
import { isPlainPng, isPng, isWholePng, readPng } from '../render/png.ts'
import { Failure } from '../text/failure.ts'
import type { ImageFault } from '../typeset/job.ts'
import type { Picture, Raster } from '../typeset/picture.ts'
import { isJpeg, type JpegHeader, readJpeg, withoutOrientation } from './jpeg.ts'

/** A picture, and what of a drawing is not printed as it was drawn. */
export interface ReadPicture {
  readonly picture: Picture
  readonly lost: readonly string[]
  readonly simplified: readonly string[]
}

/** Limits that keep a small document from filling the memory; less where pixels must be taken apart. */
const MOST_PIXELS = 100e6
const MOST_UNPACKED_PIXELS = 25e6
const MOST_SVG_BYTES = 5e6

/** Takes a file for what its bytes say that it is, whatever it is called: PNG, JPEG or SVG. */
export async function readPicture(bytes: Uint8Array, faces: FaceSet): Promise<ReadPicture | ImageFault> {
  if (isPng(bytes)) return plain(pngPicture(bytes))
  if (isJpeg(bytes)) return plain(await jpegPicture(bytes))
  return mayBeSvg(bytes) ? svgPicture(bytes, faces) : 'image-unreadable'
}

function plain(picture: Raster | ImageFault): ReadPicture | ImageFault {
  return typeof picture === 'string' ? picture : { picture, lost: [], simplified: [] }
}

function pngPicture(bytes: Uint8Array): Raster | ImageFault {
  const png = readPng(bytes)
  if (!png) return 'image-unreadable'
  const { width, height } = png
  if (width * height > (isPlainPng(png) ? MOST_PIXELS : MOST_UNPACKED_PIXELS)) return 'image-too-many-pixels'
  if (!isWholePng(png)) return 'image-unreadable'
  return { kind: 'png', key: keyOf(bytes), width, height, bytes, orientation: 1 }
}

async function jpegPicture(bytes: Uint8Array): Promise<Raster | ImageFault> {
  const header = readJpeg(bytes)
  if (!header) return 'image-unreadable'
  const { orientation, channels } = header
  if (header.width * header.height > MOST_PIXELS) return 'image-too-many-pixels'
  const size = orientation >= 5 ? { width: header.height, height: header.width } : header
  const raster = { key: keyOf(bytes), width: size.width, height: size.height, orientation }
  if (channels === 4) return inRgb(bytes, header, raster)
  return { ...raster, kind: 'jpeg', bytes: withoutOrientation(bytes, header) }
}

async function inRgb(
  bytes: Uint8Array,
  { width, height }: JpegHeader,
  raster: Omit<Raster, 'kind' | 'bytes'>,
): Promise<Raster | ImageFault> {
  const { MOST_CMYK_PIXELS, rgbOf } = await import('./cmyk.ts')
  if (width * height > MOST_CMYK_PIXELS) return 'image-too-many-pixels'
  const png = rgbOf(bytes)
  return png ? { ...raster, kind: 'png', bytes: png } : 'image-unreadable'
}

/** XML begins with `<`, behind a byte order mark and blanks at most, in one byte a character or two. */
function mayBeSvg(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64).filter((byte) => byte > 0x20 && byte < 0x80)
  return start[0] === 0x3c
}

async function svgPicture(bytes: Uint8Array, faces: FaceSet): Promise<ReadPicture | ImageFault> {
  if (bytes.length > MOST_SVG_BYTES) return 'image-too-large'
  const { readDrawing } = await import('./svg/drawing.ts')
  try {
    const { drawing, lost, simplified } = readDrawing(bytes, faces)
    return { picture: { ...drawing, key: keyOf(bytes) }, lost, simplified }
  } catch (error) {
    if (error instanceof Failure) return error.code === 'image-too-complex' ? error.code : 'image-unreadable'
    // Nested deeper than the stack allows.
    if (error instanceof RangeError) return 'image-too-complex'
    throw error
  }
}

/** FNV-1a over all bytes. */
function keyOf(bytes: Uint8Array): string {
  let digest = 0x811c9dc5
  for (const byte of bytes) digest = Math.imul(digest ^ byte, 0x01000193)
  return `${bytes.length}-${(digest >>> 0).toString(16)}`
}
