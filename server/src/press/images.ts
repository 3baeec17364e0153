import type { FaceSet } from '../fonts/faceSet.ts'
import type { FigureBlock, GongwenDocument } from '../model/document.ts'
import { homeOf } from '../model/include.ts'
import { allBlocks, allParts } from '../model/traverse.ts'
import { FileError, type Files } from '../ports/files.ts'
import { absoluteSpan, sourceText } from '../syntax/tree.ts'
import type { Message, Uri } from '../text/finding.ts'
import { indexLines, lineAt } from '../text/lines.ts'
import { message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'
import type { ImageFault, ImageSize } from '../typeset/job.ts'
import type { Picture } from '../typeset/picture.ts'
import { type ReadPicture, readPicture } from './pictures.ts'

const BYTE_LIMIT = 30_000_000

/** Where a file lies; undefined when that is outside of `within`, on a server, or on another drive. */
export function resolveInside(path: string, document: Uri, within: Uri): Uri | undefined {
  const slashed = path.replaceAll('\\', '/')
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(slashed)) return undefined
  const relative = slashed.split('/').map(encodeURIComponent).join('/')
  // A document that was never saved lies nowhere.
  if (!URL.canParse(relative, document)) return undefined
  const uri = new URL(relative, document).href
  // Both through URL: editors and Node escape a path differently.
  const folder = new URL(within.endsWith('/') ? within : `${within}/`).href
  return uri.startsWith(folder) ? uri : undefined
}

/** The innermost of some folders that a document lies in. */
export function holding(folders: readonly Uri[], document: Uri): Uri | undefined {
  const inside = folders.filter((folder) => resolveInside('.', document, folder) !== undefined)
  return inside.sort((a, b) => b.length - a.length)[0]
}

/** Reads a picture by its path; what was read before of the same bytes is not taken apart again. */
export type Shelf = (uri: Uri, bytes: Uint8Array, faces: FaceSet) => Promise<ReadPicture | ImageFault>

/** Bytes of the pictures of a document and of those beside it. */
const MOST_KEPT = 100_000_000

export function openShelf(): Shelf {
  const kept = new Map<Uri, { readonly bytes: Uint8Array; readonly found: ReadPicture | ImageFault }>()
  let size = 0
  return async (uri, bytes, faces) => {
    const known = kept.get(uri)
    if (known && areEqual(known.bytes, bytes)) return known.found
    const found = await readPicture(bytes, faces)
    size += bytes.length
    if (size > MOST_KEPT) {
      kept.clear()
      size = bytes.length
    }
    kept.set(uri, { bytes, found })
    return found
  }
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** What an image of the document turned out to be, by the path that is written there. */
export type Images = ReadonlyMap<string, ReadPicture | ImageFault>

/**
 * Reads the images that the document shows. One that cannot be had is named by why; the pages then have a frame in its place.
 * @param within folder outside of which nothing is read
 */
export async function loadImages(
  document: GongwenDocument,
  files: Files,
  within: Uri,
  shelf: Shelf,
  faces: FaceSet,
): Promise<Images> {
  const loaded = new Map<string, ReadPicture | ImageFault>()
  for (const { path } of figuresOf(document)) {
    if (loaded.has(path)) continue
    const uri = resolveInside(path, document.uri, within)
    const bytes = uri === undefined ? 'image-outside' : await bytesOf(uri, files)
    loaded.set(path, typeof bytes === 'string' ? bytes : await shelf(uri as Uri, bytes, faces))
  }
  return loaded
}

/** Millimetres of a pixel: a picture is not shown so large that its pixels are seen (96 to the inch). */
const PIXEL = 25.4 / 96

/** What the typesetter needs to know of the images. */
export function sizesOf(images: Images): ReadonlyMap<string, ImageSize | ImageFault> {
  return mapped(images, (image) => {
    if (typeof image === 'string') return image
    const { picture, lost, simplified } = image
    const { width, height, key } = picture
    return { width, height, key, lost, simplified, ...(picture.kind === 'drawing' ? {} : { most: width * PIXEL }) }
  })
}

/** What the painters need of them. */
export function picturesOf(images: Images): ReadonlyMap<string, Picture> {
  return mapped(images, (image) => (typeof image === 'string' ? undefined : image.picture))
}

function mapped<T>(images: Images, of: (image: ReadPicture | ImageFault) => T | undefined): ReadonlyMap<string, T> {
  const result = new Map<string, T>()
  for (const [path, image] of images) {
    const value = of(image)
    if (value !== undefined) result.set(path, value)
  }
  return result
}

function figuresOf(document: GongwenDocument): readonly FigureBlock[] {
  return allParts(document)
    .flatMap((part) => [...allBlocks(part)])
    .filter((block): block is FigureBlock => block.kind === 'figure')
}

const FAULTS: Readonly<Record<string, ImageFault>> = {
  'too-large': 'image-too-large',
  folder: 'image-unreadable',
  'not-file': 'image-unreadable',
  denied: 'image-denied',
}

async function bytesOf(uri: Uri, files: Files): Promise<Uint8Array | ImageFault> {
  try {
    return await files.read(uri, BYTE_LIMIT)
  } catch (error) {
    return (error instanceof FileError ? FAULTS[error.code] : undefined) ?? 'image-missing'
  }
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
