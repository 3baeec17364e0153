import type { PdfImage } from 'pdfmake/js/PDFDocument.js'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import type { Paper } from './paper.ts'
import { isPng, isSoundPng } from './png.ts'

/**
 * Puts the images into the file, one after the other: PNG with transparency is decoded asynchronously, and the order of
 * the objects must not depend on which one is done first.
 * @throws Failure `image-unreadable`, `image-cmyk`
 */
export async function embedImages(
  paper: Paper,
  images: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, PdfImage>> {
  const embedded = new Map<string, PdfImage>()
  for (const [name, bytes] of images) embedded.set(name, await embedImage(paper, name, bytes))
  return embedded
}

async function embedImage(paper: Paper, name: string, bytes: Uint8Array): Promise<PdfImage> {
  if (isPng(bytes) && !isSoundPng(bytes)) throw unreadable(name)
  const image = openImage(paper, name, bytes)
  // PDF/A allows no CMYK beside an RGB output intent (ISO 19005-2, 6.2.4.3).
  if (image.colorSpace === 'DeviceCMYK') {
    throw new Failure(
      'image-cmyk',
      message('图片“{0}”是供印刷用的 CMYK 颜色，可长期保存的 PDF 不能收入。请另存为 RGB 颜色的 PNG 或 JPEG。', name),
    )
  }
  const complete = whenComplete(image)
  image.embed(paper)
  await complete
  return image
}

function openImage(paper: Paper, name: string, bytes: Uint8Array): PdfImage {
  try {
    return paper.openImage(new Uint8Array(bytes).buffer)
  } catch (cause) {
    throw unreadable(name, cause)
  }
}

function unreadable(name: string, cause?: unknown): Failure {
  return new Failure('image-unreadable', message('图片“{0}”无法读取。请换成完好的 PNG 或 JPEG 图片。', name), cause)
}

function whenComplete(image: PdfImage): Promise<void> {
  const { finalize } = image
  if (finalize === undefined) return Promise.resolve()
  return new Promise((resolve) => {
    image.finalize = () => {
      finalize.call(image)
      resolve()
    }
  })
}
