import { deflate } from '../pdf/flate.ts'
import { fromLatin1 } from '../pdf/lexer.ts'
import { array, dictionary, isReference, name, type PdfDictionary, type PdfReference, stream } from '../pdf/objects.ts'
import type { Update } from '../pdf/update.ts'
import { readPng } from './png.ts'
import { addSvgSeal, isSvg } from './svgSeal.ts'

/** Private key of a field under which the painter left the drawing of the seal. */
export const DRAWN_SEAL = 'HongtouSeal'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The seal that the painter drew for this widget, if there is one. */
export function drawnSeal(widget: PdfDictionary): PdfReference | undefined {
  const seal = widget.entries.get(DRAWN_SEAL)
  return isReference(seal) ? seal : undefined
}

/**
 * Adds a form that shows the picture of a seal, PNG or SVG.
 * @throws Failure `sign-seal-image`
 */
export function addSeal(update: Update, picture: Uint8Array, size: Size): PdfReference {
  return (isSvg(picture) ? addSvgSeal : addImageSeal)(update, picture, size)
}

/**
 * Adds a form that shows a PNG as large as fits into `size` (points), centred, its transparency kept.
 * @throws Failure `sign-seal-image`
 */
function addImageSeal(update: Update, png: Uint8Array, size: Size): PdfReference {
  const { width, height, rgb, alpha } = readPng(png)
  const image = { Type: name('XObject'), Subtype: name('Image'), Width: width, Height: height }
  const packed = { ...image, BitsPerComponent: 8, Filter: name('FlateDecode') }
  const mask = alpha && update.add(stream({ ...packed, ColorSpace: name('DeviceGray') }, deflate(alpha)))
  const picture = update.add(stream({ ...packed, ColorSpace: name('DeviceRGB'), SMask: mask }, deflate(rgb)))
  const scale = Math.min(size.width / width, size.height / height)
  const [w, h] = [width * scale, height * scale]
  const [x, y] = [(size.width - w) / 2, (size.height - h) / 2]
  const drawing = `q ${[w, 0, 0, h, x, y].map((value) => value.toFixed(4)).join(' ')} cm /Seal Do Q`
  return update.add(
    stream(
      {
        Type: name('XObject'),
        Subtype: name('Form'),
        BBox: array([0, 0, size.width, size.height]),
        Resources: dictionary({ XObject: dictionary({ Seal: picture }) }),
      },
      fromLatin1(drawing),
    ),
  )
}
