import type { PdfReference } from 'pdfmake/js/PDFDocument.js'
import { type Orientation, type Picture, type Raster, UPRIGHT } from '../typeset/picture.ts'
import { drawingForm } from './drawing.ts'
import type { Paper } from './paper.ts'
import { isPlainPng, joined, type Png, readPng } from './png.ts'
import { pixelsOf } from './pngPixels.ts'

/** A picture in the file: what draws it into the unit square, and its name in resources. */
export interface EmbeddedImage {
  readonly label: string
  readonly obj: PdfReference
}

/** Puts the pictures into the file. */
export function embedImages(paper: Paper, pictures: ReadonlyMap<string, Picture>): ReadonlyMap<string, EmbeddedImage> {
  const embedded = new Map<string, EmbeddedImage>()
  for (const [name, picture] of pictures) {
    embedded.set(name, { label: `I${embedded.size + 1}`, obj: embedPicture(paper, picture) })
  }
  return embedded
}

function embedPicture(paper: Paper, picture: Picture): PdfReference {
  if (picture.kind === 'drawing') return drawingForm(paper, picture)
  const stored = picture.kind === 'jpeg' ? embedJpeg(paper, picture) : embedPng(paper, readPng(picture.bytes) as Png)
  return picture.orientation === 1 ? stored : turned(paper, stored, picture.orientation)
}

function embedJpeg(paper: Paper, { bytes, width, height, orientation }: Raster): PdfReference {
  const lies = orientation >= 5
  const size = { Width: lies ? height : width, Height: lies ? width : height }
  return embed(paper, { ...size, BitsPerComponent: 8, ColorSpace: jpegSpace(bytes), Filter: 'DCTDecode' }, bytes)
}

/** Grey or RGB, by the number of channels behind the size in the frame's header. */
function jpegSpace(bytes: Uint8Array): string {
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] as number
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xc2) return bytes[at + 9] === 1 ? 'DeviceGray' : 'DeviceRGB'
    else at += 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number))
  }
  return 'DeviceRGB'
}

function embedPng(paper: Paper, png: Png): PdfReference {
  const { width: Width, height: Height, depth, channels, data, palette } = png
  if (isPlainPng(png)) {
    const parameters = { Predictor: 15, Colors: channels, BitsPerComponent: depth, Columns: Width }
    const space =
      png.colourType === 3 && palette ? indexed(paper, palette, depth) : channels === 1 ? 'DeviceGray' : 'DeviceRGB'
    const how = { BitsPerComponent: depth, ColorSpace: space, Filter: 'FlateDecode', DecodeParms: parameters }
    return embed(paper, { Width, Height, ...how }, joined(data))
  }
  const { channels: colours, samples, alpha } = pixelsOf(png)
  const size = { Width, Height, BitsPerComponent: 8 }
  const mask = alpha && embed(paper, { ...size, ColorSpace: 'DeviceGray' }, alpha)
  const space = colours === 1 ? 'DeviceGray' : 'DeviceRGB'
  return embed(paper, { ...size, ColorSpace: space, ...(mask ? { SMask: mask } : {}) }, samples)
}

function indexed(paper: Paper, palette: Uint8Array, depth: number): readonly unknown[] {
  const table = paper.ref({})
  // No more entries than the pixels can name.
  const entries = palette.subarray(0, 3 * 2 ** depth)
  table.end(entries)
  return ['Indexed', 'DeviceRGB', entries.length / 3 - 1, table]
}

function embed(paper: Paper, dictionary: object, bytes: Uint8Array): PdfReference {
  const image = paper.ref({ Type: 'XObject', Subtype: 'Image', ...dictionary })
  image.end(bytes)
  return image
}

/** A form in which the picture stands upright, in the unit square as a picture does. */
function turned(paper: Paper, stored: PdfReference, orientation: Orientation): PdfReference {
  const [a, b, c, d, e, f] = UPRIGHT[orientation]
  const form = paper.ref({
    ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] },
    Resources: { XObject: { I: stored } },
  })
  // PDF's y grows upward, in the picture as on the page.
  form.end(`q ${[a, -b, -c, d, c + e, 1 - d - f].join(' ')} cm /I Do Q`)
  return form
}
