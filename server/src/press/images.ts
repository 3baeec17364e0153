import type { FigureBlock, GongwenDocument } from '../model/document.ts'
import { homeOf } from '../model/include.ts'
import { allBlocks, allParts } from '../model/traverse.ts'
import { FileError, type Files } from '../ports/files.ts'
import { absoluteSpan, sourceText } from '../syntax/tree.ts'
import { Failure } from '../text/failure.ts'
import type { Message, Uri } from '../text/finding.ts'
import { indexLines, lineAt } from '../text/lines.ts'
import { message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'
import { imageSize, type PixelSize } from './imageSize.ts'

/** An image of the document, read and measured. */
export interface LoadedImage extends PixelSize {
  readonly bytes: Uint8Array
}

/** Limits that keep a small document from filling the memory. */
const BYTE_LIMIT = 30_000_000
const PIXEL_LIMIT = 100_000_000

/** Where a file lies; undefined when that is outside of `within`, on a server, or on another drive. */
export function resolveInside(path: string, document: Uri, within: Uri): Uri | undefined {
  const slashed = path.replaceAll('\\', '/')
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(slashed)) return undefined
  const uri = new URL(slashed.split('/').map(encodeURIComponent).join('/'), document).href
  // Both through URL: editors and Node escape a path differently.
  const folder = new URL(within.endsWith('/') ? within : `${within}/`).href
  return uri.startsWith(folder) ? uri : undefined
}

/**
 * Reads the images that the document shows, by the path that is written there.
 * @param within folder outside of which nothing is read
 * @throws {Failure} `image-outside`, `image-missing`, `image-unreadable`, each with the line
 */
export async function loadImages(
  document: GongwenDocument,
  files: Files,
  within: Uri,
): Promise<ReadonlyMap<string, LoadedImage>> {
  const loaded = new Map<string, LoadedImage>()
  for (const figure of figuresOf(document)) {
    if (!loaded.has(figure.path)) loaded.set(figure.path, await loadImage(document, figure, files, within))
  }
  return loaded
}

function figuresOf(document: GongwenDocument): readonly FigureBlock[] {
  return allParts(document)
    .flatMap((part) => [...allBlocks(part)])
    .filter((block): block is FigureBlock => block.kind === 'figure')
}

async function loadImage(
  document: GongwenDocument,
  figure: FigureBlock,
  files: Files,
  within: Uri,
): Promise<LoadedImage> {
  const fail = (code: string, template: string, cause?: unknown): Failure =>
    new Failure(code, placed(template, document, figure), cause)
  const uri = resolveInside(figure.path, document.uri, within)
  if (uri === undefined) {
    throw fail('image-outside', '{0} 第{1}行：图片“{2}”不在公文所在的文件夹里。请把图片放进这个文件夹，再写相对路径。')
  }
  let bytes: Uint8Array
  try {
    bytes = await files.read(uri, BYTE_LIMIT)
  } catch (cause) {
    throw fail(...readFailure(cause), cause)
  }
  const size = imageSize(bytes)
  if (!size)
    throw fail('image-unreadable', '{0} 第{1}行：图片“{2}”不是完好的 PNG 或 JPEG。请另存为 PNG 或 JPEG 后再用。')
  if (size.width * size.height > PIXEL_LIMIT) {
    throw fail('image-too-large', '{0} 第{1}行：图片“{2}”像素太多（上限 1 亿）。请缩小后再用。')
  }
  return { bytes, ...size }
}

function readFailure(cause: unknown): readonly [code: string, template: string] {
  const code = cause instanceof FileError ? cause.code : 'other'
  if (code === 'too-large') return ['image-too-large', '{0} 第{1}行：图片“{2}”超过 30 MB。请压缩后再用。']
  if (code === 'folder' || code === 'not-file') {
    return ['image-unreadable', '{0} 第{1}行：“{2}”不是图片文件。请换成 PNG 或 JPEG 图片。']
  }
  if (code === 'denied') return ['image-denied', '{0} 第{1}行：没有权限读取图片“{2}”，或者它指向文件夹以外。请检查。']
  return ['image-missing', '{0} 第{1}行：找不到图片“{2}”。请检查文件名，路径从公文所在的文件夹算起。']
}

/** What the painter says of an image, with the line that shows it; anything else as it is. */
export function placedImageFailure(error: unknown, document: GongwenDocument): unknown {
  if (!(error instanceof Failure) || !error.code.startsWith('image-')) return error
  const { template, args } = error.sentence
  const figure = figuresOf(document).find(({ path }) => path === args[0])
  if (!figure) return error
  const sentence = placed(`{0} 第{1}行：${template.replace('{0}', '{2}')}`, document, figure)
  return new Failure(error.code, sentence, error)
}

/** A sentence that begins with the file and the line in which a path is written. */
export function placed(
  template: string,
  document: GongwenDocument,
  { at, path }: Pick<FigureBlock, 'at' | 'path'>,
): Message {
  const { uri, tree } = homeOf(document, at)
  const { start } = absoluteSpan(tree, at)
  const line = lineAt(indexLines(sourceText(tree)), start) + 1
  return message(template, fileName(uri), line, path)
}
