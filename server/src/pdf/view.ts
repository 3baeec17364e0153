import { damaged } from './damage.ts'
import { decodeStream } from './flate.ts'
import { latin1, readDigits, skipSpace } from './lexer.ts'
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
  /** Numbers of all objects in an object stream, listed in the table or not. */
  packedIn(container: number): readonly number[]
  /** Where an object that stands by itself begins and ends in the file. */
  placeOf(number: number): { readonly start: number; readonly end: number } | undefined
}

const MAX_HOPS = 32

/**
 * @param shared objects that were read already, by their place
 * @param parse how the object at a place is read
 */
export function createView(
  bytes: Uint8Array,
  trailer: PdfDictionary,
  entry: PdfView['entry'],
  shared: Map<number, Indirect>,
  parse: typeof parseIndirect = parseIndirect,
): PdfView {
  const packed = new Map<number, readonly PackedObject[]>()
  const opened = new Set<number>()

  const atOffset = (number: number, offset: number): Indirect => {
    const known = shared.get(offset)
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
    if (!indirectLength) shared.set(offset, object)
    return object
  }

  const unpacked = (container: number): readonly PackedObject[] => {
    const place = entry(container)
    if (place?.kind !== 'offset') throw damaged('的对象数据流找不到', 0)
    const objects = packed.get(container) ?? unpack(atOffset(container, place.offset).value, place.offset, resolve)
    packed.set(container, objects)
    return objects
  }

  const inContainer = (container: number, index: number, number: number): PdfObject => {
    const found = unpacked(container)[index]
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

  const packedIn = (container: number): readonly number[] => unpacked(container).map(({ number }) => number)

  return { trailer, headerVersion: latin1(bytes.subarray(5, 8)), entry, resolve, packedIn, placeOf }
}

interface PackedObject {
  readonly number: number
  readonly value: PdfObject
}

/**
 * The objects of an object stream (7.5.7).
 * @throws Failure `pdf-damaged` or `pdf-limit`
 */
export function unpack(
  stream: PdfObject,
  at: number,
  resolve: (object: PdfObject | undefined) => PdfObject,
): readonly PackedObject[] {
  if (!isStream(stream) || nameOf(stream.dictionary.entries.get('Type')) !== 'ObjStm')
    throw damaged('应有对象数据流', at)
  const count = integerOf(resolve(stream.dictionary.entries.get('N')))
  const first = integerOf(resolve(stream.dictionary.entries.get('First')))
  const bytes = decodeStream(stream)
  if (count === undefined || first === undefined || count < 0 || first < 0 || count > bytes.length)
    throw damaged('的对象数据流读不懂', at)
  const objects: PackedObject[] = []
  let cursor = 0
  for (let i = 0; i < count; i++) {
    const number = readDigits(bytes, skipSpace(bytes, cursor))
    const offset = number && readDigits(bytes, skipSpace(bytes, number.end))
    if (!number || !offset) throw damaged('的对象数据流读不懂', at)
    cursor = offset.end
    objects.push({
      number: number.value,
      value: parseObject({ bytes, placed: false }, first + offset.value).value,
    })
  }
  return objects
}
