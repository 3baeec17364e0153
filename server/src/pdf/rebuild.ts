import { Failure } from '../text/failure.ts'
import { damaged, tooLarge } from './damage.ts'
import { encrypted, openPdf } from './file.ts'
import { isRegular, isWhite, readDigits, skipSpace, startsWith } from './lexer.ts'
import { integerOf, isDictionary, isStream, nameOf, type PdfDictionary, type PdfObject, reference } from './objects.ts'
import { type Indirect, parseObject } from './parser.ts'
import { createView, type PdfView, type Shared, startSharing, unpack } from './view.ts'
import type { XrefEntry } from './xref.ts'

/** No real file has more objects than this (Annex C). */
const MAX_OBJECTS = 8_388_607

/**
 * Reads a PDF, and where it is damaged reads again what can be rebuilt from the objects that are found in it, as viewers
 * do: that is a guess and no ground for a signature.
 * @throws Failure `pdf-not-pdf`, `pdf-encrypted`, `pdf-limit`, or `pdf-damaged` when not even a catalog is found
 */
export function readAnyway<T>(
  bytes: Uint8Array,
  read: (view: PdfView) => T,
): { readonly value: T; readonly rebuilt: boolean } {
  try {
    return { value: read(openPdf(bytes).view()), rebuilt: false }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'pdf-damaged') throw error
    const view = rebuild(bytes)
    if (!view) throw error
    return { value: read(view), rebuilt: true }
  }
}

/** Where damage begins is anybody's guess, so no object is looked for farther than this; data of streams not counted. */
const WINDOW = 1 << 18

/** Bytes that may be read in vain at places that turn out to be no object. */
const MAX_VAIN = 2e7

/** Undefined when no catalog is found. */
function rebuild(bytes: Uint8Array): PdfView | undefined {
  const entries = new Map<number, XrefEntry>()
  const trailers: PdfDictionary[] = []
  const shared = startSharing(bytes)
  let catalog: number | undefined
  let vain = 0
  for (let at = nextHead(bytes, 0); at < bytes.length; at = nextHead(bytes, at)) {
    const found = startsWith(bytes, 'trailer', at) ? undefined : attempt(() => parseLoosely(bytes, at, integerOf))
    if (found) {
      if (entries.size >= MAX_OBJECTS) throw tooLarge('对象过多')
      entries.set(found.number, { kind: 'offset', offset: at, generation: found.generation })
      if (isStream(found.value)) enterStream(found, entries, trailers, shared)
      if (isDictionary(found.value) && nameOf(found.value.entries.get('Type')) === 'Catalog') catalog = found.number
      at = found.end
    } else {
      const trailer = attempt(() => readTrailer(bytes.subarray(0, at + WINDOW), at))
      if (isDictionary(trailer)) trailers.push(trailer)
      else vain += Math.min(WINDOW, bytes.length - at)
      if (vain > MAX_VAIN) throw tooLarge('残缺之处过多')
      at++
    }
  }
  if (trailers.some(({ entries: keys }) => keys.has('Encrypt'))) throw encrypted()
  const trailer = trailers.findLast(({ entries: keys }) => keys.has('Root')) ?? trailerFor(catalog)
  return trailer && createView(bytes, trailer, (number) => entries.get(number), shared, parseLoosely)
}

function readTrailer(bytes: Uint8Array, at: number): PdfObject {
  return startsWith(bytes, 'trailer', at) ? parseObject({ bytes, placed: true }, at + 'trailer'.length).value : null
}

function trailerFor(catalog: number | undefined): PdfDictionary | undefined {
  if (catalog === undefined) return undefined
  return { kind: 'dictionary', entries: new Map([['Root', reference(catalog)]]), repeated: false }
}

/** The next place from `start` on where an object or a trailer may begin, or the end. */
function nextHead(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at++) {
    if (at > 0 && isRegular(bytes[at - 1])) continue
    if (startsWith(bytes, 'trailer', at) || isObjectHead(bytes, at)) return at
  }
  return bytes.length
}

function isObjectHead(bytes: Uint8Array, at: number): boolean {
  const number = readDigits(bytes, at)
  const generation = number && isWhite(bytes[number.end]) ? readDigits(bytes, skipSpace(bytes, number.end)) : undefined
  return generation !== undefined && startsWith(bytes, 'obj', skipSpace(bytes, generation.end))
}

/** What an xref stream says of the catalog, and what an object stream holds. */
function enterStream(
  { number, value }: Indirect,
  entries: Map<number, XrefEntry>,
  trailers: PdfDictionary[],
  shared: Shared,
): void {
  if (!isStream(value)) return
  const type = nameOf(value.dictionary.entries.get('Type'))
  if (type === 'XRef') trailers.push(value.dictionary)
  const packed =
    type === 'ObjStm' ? attempt(() => unpack(value, 0, (object) => object ?? null, shared.room)) : undefined
  shared.room -= packed?.size ?? 0
  packed?.objects.forEach((object, index) => {
    entries.set(object.number, { kind: 'packed', container: number, index })
  })
}

/** Like `parseIndirect`, but a stream may have any /Length, `endobj` may be missing, and nothing but a stream is large. */
function parseLoosely(
  bytes: Uint8Array,
  start: number,
  lengthOf: (length: PdfObject | undefined) => number | undefined,
): Indirect {
  const near = bytes.subarray(0, start + WINDOW)
  const number = readDigits(near, start)
  const generation = number && readDigits(near, skipSpace(near, number.end))
  if (!number || !generation) throw damaged('缺少对象', start)
  const object = parseObject({ bytes: near, placed: true }, skipSpace(near, generation.end) + 'obj'.length)
  const next = skipSpace(near, object.end)
  const head = { number: number.value, generation: generation.value }
  if (!startsWith(bytes, 'stream', next) || !isDictionary(object.value)) return { ...head, ...object }
  const from = next + 'stream'.length + (bytes[next + 6] === 13 && bytes[next + 7] === 10 ? 2 : 1)
  const length = lengthOf(object.value.entries.get('Length')) ?? -1
  const right = length >= 0 && startsWith(bytes, 'endstream', skipSpace(bytes, from + length))
  const end = right ? from + length : lineEndBefore(bytes, find(bytes, 'endstream', from))
  const value = { kind: 'stream', dictionary: object.value, data: bytes.subarray(from, end) } as const
  return { ...head, value, end: skipSpace(bytes, end) + 'endstream'.length }
}

function lineEndBefore(bytes: Uint8Array, at: number): number {
  if (bytes[at - 1] !== 10) return at
  return at - (bytes[at - 2] === 13 ? 2 : 1)
}

function find(bytes: Uint8Array, word: string, start: number): number {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first, start); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsWith(bytes, word, at)) return at
  throw damaged('的数据流没有结束', start)
}

/** The result, or undefined for what cannot be read. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Failure && ['pdf-damaged', 'pdf-limit'].includes(error.code)) return undefined
    throw error
  }
}
