import type { PdfImage } from 'pdfmake/js/PDFDocument.js'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import type { Paper } from './paper.ts'

/**
 * Puts the images into the file, one after the other: PNG with transparency is decoded asynchronously, and the order of
 * the objects must not depend on which one is done first.
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
  try {
    const image = paper.openImage(bytes.slice().buffer)
    const complete = whenComplete(image)
    image.embed(paper)
    await complete
    return image
  } catch (cause) {
    throw new Failure('image-unreadable', message('图片“{0}”无法读取。请换成完好的 PNG 或 JPEG 图片。', name), cause)
  }
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
