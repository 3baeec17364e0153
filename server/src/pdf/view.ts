import { damaged } from './damage.ts'
import { decodeStream } from './flate.ts'
import { isBlank, latin1, readDigits, skipSpace } from './lexer.ts'
import { integerOf, isReference, isStream, nameOf, type PdfDictionary, type PdfObject } from './objects.ts'
import { type Indirect, parseIndirect, parseObject } from './parser.ts'
import type { XrefEntry } from './xref.ts'

/** The document as it stood after one revision. */
export interface PdfView {
  readonly trailer: PdfDictionary
  /** As the first line of the file gives it, `1.7`. */
  readonly headerVersion: string
  entry(number: number): XrefEntry | undefined
  /** The object itself, references followed; null for one that is missing. */
  resolve(object: PdfObject | undefined): PdfObject
  /** What is in an object stream, listed in the table or not. */
  packedIn(container: number): { readonly numbers: readonly number[]; readonly orderly: boolean }
  /** Where an object that stands by itself begins and ends in the file. */
  placeOf(number: number): { readonly start: number; readonly end: number } | undefined
}

const MAX_HOPS = 32

/** What the views of one file have in common, so that many revisions do not multiply what is read. */
export interface Shared {
  /** Objects that were read already, by their place. */
  readonly objects: Map<number, Indirect>
  /** Object streams that were unpacked already, by their place and all else that decides what is in them. */
  readonly containers: Map<string, Container>
  /** Bytes to which further object streams may be unpacked. */
  room: number
}

/** Object streams are packed to a fifth or a tenth; small ones may be anything. */
const MOST_UNPACKED = { least: 1 << 25, times: 16 }

export function startSharing(bytes: Uint8Array): Shared {
  const room = Math.max(MOST_UNPACKED.least, bytes.length * MOST_UNPACKED.times)
  return { objects: new Map(), containers: new Map(), room }
}

/**
 * @param parse how the object at a place is read
 */
export function createView(
  bytes: Uint8Array,
  trailer: PdfDictionary,
  entry: PdfView['entry'],
  shared: Shared,
  parse: typeof parseIndirect = parseIndirect,
): PdfView {
  const opened = new Set<number>()

  const atOffset = (number: number, offset: number): Indirect => {
    const known = shared.objects.get(offset)
    if (known) return known
    if (opened.has(offset)) throw damaged('的对象引用自己', offset)
    opened.add(offset)
    let indirectLength = false
    const object = parse(bytes, offset, (length) => {
      indirectLength ||= isReference(length)
      return integerOf(resolve(length))
    })
    opened.delete(offset)
    if (object.number !== number) throw damaged('的对象编号与交叉引用表不符', offset)
    // A length that is an object of its own may change from one revision to the next.
    if (!indirectLength) shared.objects.set(offset, object)
    return object
  }

  const unpacked = (container: number): Container => {
    const place = entry(container)
    if (place?.kind !== 'offset') throw damaged('的对象数据流找不到', 0)
    const { value } = atOffset(container, place.offset)
    const [count, first] = isStream(value)
      ? ['N', 'First'].map((key) => resolve(value.dictionary.entries.get(key)))
      : []
    const key = [place.offset, isStream(value) && value.data.length, count, first].join(' ')
    const known = shared.containers.get(key)
    if (known) return known
    const unpacked = unpack(value, place.offset, resolve, shared.room)
    shared.room -= unpacked.size
    shared.containers.set(key, unpacked)
    return unpacked
  }

  const inContainer = (container: number, index: number, number: number): PdfObject => {
    const found = unpacked(container).objects[index]
    if (found?.number !== number) throw damaged('的对象数据流与交叉引用表不符', placeOf(container)?.start ?? 0)
    return found.value
  }

  const resolve = (object: PdfObject | undefined): PdfObject => {
    let current: PdfObject = object ?? null
    for (let hops = 0; isReference(current); hops++) {
      if (hops > MAX_HOPS) throw damaged('的对象引用成环', 0)
      const place = entry(current.number)
      if (place?.kind === 'offset') {
        const found = place.generation === current.generation ? atOffset(current.number, place.offset) : undefined
        if (found && found.generation !== current.generation) throw damaged('的对象代号不符', place.offset)
        current = found?.value ?? null
      } else if (place?.kind === 'packed' && current.generation === 0)
        current = inContainer(place.container, place.index, current.number)
      else current = null
    }
    return current
  }

  const placeOf = (number: number): { start: number; end: number } | undefined => {
    const place = entry(number)
    if (place?.kind !== 'offset') return undefined
    return { start: place.offset, end: atOffset(number, place.offset).end }
  }

  const packedIn: PdfView['packedIn'] = (container) => {
    const { objects, orderly } = unpacked(container)
    return { numbers: objects.map(({ number }) => number), orderly }
  }

  return { trailer, headerVersion: latin1(bytes.subarray(5, 8)), entry, resolve, packedIn, placeOf }
}

interface PackedObject {
  readonly number: number
  readonly value: PdfObject
}

export interface Container {
  readonly objects: readonly PackedObject[]
  /** The objects fill the stream one behind the other, so that readers who go by offset see what others see in sequence. */
  readonly orderly: boolean
  /** Bytes to which the stream was unpacked. */
  readonly size: number
}

const CONTAINER_KEYS = ['Type', 'N', 'First', 'Length', 'Filter', 'DecodeParms']

/**
 * The objects of an object stream (7.5.7).
 * @param limit bytes to which it may be unpacked
 * @throws Failure `pdf-damaged` or `pdf-limit`
 */
export function unpack(
  stream: PdfObject,
  at: number,
  resolve: (object: PdfObject | undefined) => PdfObject,
  limit: number,
): Container {
  if (!isStream(stream) || nameOf(stream.dictionary.entries.get('Type')) !== 'ObjStm')
    throw damaged('应有对象数据流', at)
  const count = integerOf(resolve(stream.dictionary.entries.get('N')))
  const first = integerOf(resolve(stream.dictionary.entries.get('First')))
  const bytes = decodeStream(stream, limit)
  if (count === undefined || first === undefined || count < 0 || first < 0 || count > bytes.length)
    throw damaged('的对象数据流读不懂', at)
  const objects: PackedObject[] = []
  let cursor = 0
  let filled = first
  let orderly = true
  for (let i = 0; i < count; i++) {
    const number = readDigits(bytes, skipSpace(bytes, cursor))
    const offset = number && readDigits(bytes, skipSpace(bytes, number.end))
    if (!number || !offset) throw damaged('的对象数据流读不懂', at)
    cursor = offset.end
    const start = first + offset.value
    const { value, end } = parseObject({ bytes, placed: false }, start)
    orderly &&= isBlank(bytes, filled, start)
    filled = end
    objects.push({ number: number.value, value })
  }
  const keys = [...stream.dictionary.entries.keys()]
  const isBare = keys.every((key) => CONTAINER_KEYS.includes(key)) && !stream.dictionary.repeated
  return {
    objects,
    orderly: orderly && isBare && isBlank(bytes, filled, bytes.length) && isBlank(bytes, cursor, first),
    size: bytes.length,
  }
}
