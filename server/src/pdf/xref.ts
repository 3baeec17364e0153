import type { Failure } from '../text/failure.ts'
import { damaged, tooLarge } from './damage.ts'
import { decodeStream } from './flate.ts'
import { isRegular, latin1, readDigits, readWord, skipSpace, startsWith } from './lexer.ts'
import { integerOf, isArray, isDictionary, isStream, nameOf, type PdfDictionary, type PdfStream } from './objects.ts'
import { parseIndirect, parseObject } from './parser.ts'

/** Where an object is to be found (ISO 32000-1 7.5.4, 7.5.8). */
export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly container: number; readonly index: number }

/** One cross-reference section: a table with its trailer, or an xref stream. */
export interface XrefSection {
  readonly kind: 'table' | 'stream'
  readonly offset: number
  /** Place behind the trailer dictionary or behind `endobj`. */
  readonly end: number
  readonly entries: ReadonlyMap<number, XrefEntry>
  readonly trailer: PdfDictionary
  /** Offset of the section of the revision before. */
  readonly previous: number | undefined
  /**
   * A table is spelled to the byte as 7.5.4 wants it, so that readers who count bytes agree with those who read words; a
   * stream has entries of the known types and no other data.
   */
  readonly regular: boolean
  /** Place of the additional xref stream of a hybrid file, and whether it lists anything that the table does not. */
  readonly hybrid: { readonly start: number; readonly end: number; readonly adds: boolean } | undefined
}

const FREE: XrefEntry = { kind: 'free' }

/** Whether two entries lead to the same bytes. */
export function isSameEntry(a: XrefEntry, b: XrefEntry): boolean {
  if (a.kind === 'offset') return b.kind === 'offset' && a.offset === b.offset && a.generation === b.generation
  if (a.kind === 'packed') return b.kind === 'packed' && a.container === b.container && a.index === b.index
  return b.kind === 'free'
}

/** Bytes of a table entry, end of line included (7.5.4). */
const ENTRY_LENGTH = 20

/** No real file has more objects than this (Annex C names 8,388,607). */
const MAX_NUMBER = 8_388_607

/** Real files have far fewer entries than bytes, and small ones never so many: others would fill the memory from nothing. */
const USUAL_ENTRIES = 100_000

/** How many entries all tables of a file may have together. */
export function mostEntries(bytes: Uint8Array): number {
  return Math.max(USUAL_ENTRIES, bytes.length)
}

export function tooManyEntries(): Failure {
  return tooLarge('交叉引用表的条目过多')
}

/**
 * Reads the section at `offset`.
 * @throws Failure `pdf-damaged` or `pdf-limit`
 */
export function readXrefSection(bytes: Uint8Array, offset: number): XrefSection {
  const start = skipSpace(bytes, offset)
  if (offset < 0 || start >= bytes.length) throw damaged('应有交叉引用表', offset)
  return startsWith(bytes, 'xref', start) && !isRegular(bytes[start + 4])
    ? readTable(bytes, start)
    : readStream(bytes, start)
}

function readTable(bytes: Uint8Array, start: number): XrefSection {
  const entries = new Map<number, XrefEntry>()
  let at = skipSpace(bytes, start + 4)
  let regular = /^ ?(\r\n|\n|\r)$/.test(latin1(bytes.subarray(start + 4, Math.min(at, start + 8))))
  while (!startsWith(bytes, 'trailer', at)) {
    const subsection = readSubsection(bytes, at, entries)
    regular &&= subsection.regular
    at = subsection.end
  }
  const trailer = parseObject({ bytes, placed: true }, at + 7)
  if (!isDictionary(trailer.value)) throw damaged('缺少文件尾字典', at)
  const hybridAt = integerOf(trailer.value.entries.get('XRefStm'))
  const hybrid = hybridAt === undefined ? undefined : readStream(bytes, skipSpace(bytes, hybridAt))
  // Objects hidden from old readers stand as free in the table (7.5.8.4).
  let adds = false
  for (const [number, entry] of hybrid?.entries ?? []) {
    const listed = entries.get(number) ?? FREE
    if (isSameEntry(listed, entry)) continue
    if (listed.kind !== 'free') throw damaged('的交叉引用表与附加的交叉引用数据流矛盾', start)
    entries.set(number, entry)
    adds = true
  }
  return {
    kind: 'table',
    offset: start,
    end: trailer.end,
    entries,
    trailer: trailer.value,
    previous: previousOf(trailer.value, start),
    regular,
    hybrid: hybrid && { start: hybrid.offset, end: hybrid.end, adds },
  }
}

function readSubsection(
  bytes: Uint8Array,
  start: number,
  entries: Map<number, XrefEntry>,
): { readonly end: number; readonly regular: boolean } {
  const first = readDigits(bytes, start)
  const count = first && readDigits(bytes, skipSpace(bytes, first.end))
  if (!first || !count || first.value + count.value > MAX_NUMBER + 1) throw damaged('的交叉引用表读不懂', start)
  const body = skipSpace(bytes, count.end)
  let at = body
  let regular = /^\d+ \d+ ?(\r\n|\n|\r)$/.test(latin1(bytes.subarray(start, Math.min(body, start + 30))))
  for (let i = 0; i < count.value; i++) {
    regular &&= at === body + i * ENTRY_LENGTH
    const offset = readDigits(bytes, at)
    const generation = offset && readDigits(bytes, skipSpace(bytes, offset.end))
    if (!offset || !generation) throw damaged('的交叉引用表读不懂', at)
    const place = skipSpace(bytes, generation.end)
    const use = readWord(bytes, place)
    if (use !== 'n' && use !== 'f') throw damaged('的交叉引用表读不懂', place)
    put(entries, first.value + i, tableEntry(use, behindBlank(bytes, offset.value), generation.value), place)
    regular &&= offset.end === at + 10 && generation.end === at + 16 && place === at + 17
    at = skipSpace(bytes, place + 1)
  }
  // Some programs leave a blank line before the trailer, which no reader minds.
  const isFilled = at === body + count.value * ENTRY_LENGTH || startsWith(bytes, 'trailer', at)
  return { end: at, regular: regular && isFilled }
}

/** Some programs count an end of line to the object behind it, which all readers skip; more would be something else. */
function behindBlank(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (at < offset + 2 && (bytes[at] === 10 || bytes[at] === 13)) at++
  return at
}

function tableEntry(use: 'n' | 'f', offset: number, generation: number): XrefEntry {
  return use === 'f' ? FREE : { kind: 'offset', offset, generation }
}

/** Readers disagree on which of two entries for one object counts, so a table with two is refused. */
function put(entries: Map<number, XrefEntry>, number: number, entry: XrefEntry, at: number): void {
  if (entries.has(number)) throw damaged('的交叉引用表把同一个对象列了两次', at)
  entries.set(number, entry)
}

function readStream(bytes: Uint8Array, start: number): XrefSection {
  const object = parseIndirect(bytes, start, integerOf)
  const stream = object.value
  if (!isStream(stream) || nameOf(stream.dictionary.entries.get('Type')) !== 'XRef')
    throw damaged('应有交叉引用表', start)
  return {
    kind: 'stream',
    offset: start,
    end: object.end,
    ...readStreamEntries(stream, start, mostEntries(bytes)),
    trailer: stream.dictionary,
    previous: previousOf(stream.dictionary, start),
    hybrid: undefined,
  }
}

function readStreamEntries(stream: PdfStream, at: number, limit: number): Pick<XrefSection, 'entries' | 'regular'> {
  const { entries: keys } = stream.dictionary
  const widths = integers(keys.get('W'))
  const size = integerOf(keys.get('Size'))
  const index = keys.has('Index') ? integers(keys.get('Index')) : [0, size ?? 0]
  if (widths?.length !== 3 || widths.some((width) => width > 8) || !index || index.length % 2 !== 0)
    throw damaged('的交叉引用数据流读不懂', at)
  const data = decodeStream(stream)
  const entries = new Map<number, XrefEntry>()
  let cursor = 0
  let known = true
  for (let i = 0; i < index.length; i += 2) {
    const first = index[i] as number
    const count = index[i + 1] as number
    if (entries.size + count > limit) throw tooManyEntries()
    if (first + count > MAX_NUMBER + 1) throw tooLarge('对象编号过大')
    for (let number = first; number < first + count; number++) {
      const fields = widths.map((width) => {
        const value = bigEndian(data, cursor, width)
        cursor += width
        return value
      })
      if (cursor > data.length) throw damaged('的交叉引用数据流过短', at)
      const type = widths[0] === 0 ? 1 : (fields[0] as number)
      known &&= type <= 2
      put(entries, number, streamEntry(type, fields[1] as number, fields[2] as number), at)
    }
  }
  return { entries, regular: known && cursor === data.length }
}

function streamEntry(type: number | undefined, second: number, third: number): XrefEntry {
  if (type === 1) return { kind: 'offset', offset: second, generation: third }
  if (type === 2) return { kind: 'packed', container: second, index: third }
  return { kind: 'free' }
}

function bigEndian(data: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let i = 0; i < width; i++) value = value * 256 + (data[at + i] ?? 0)
  return value
}

function integers(object: unknown): number[] | undefined {
  const list = object as Parameters<typeof isArray>[0]
  if (!isArray(list)) return undefined
  const values = list.items.map(integerOf)
  return values.every((value): value is number => value !== undefined && value >= 0) ? values : undefined
}

function previousOf(trailer: PdfDictionary, at: number): number | undefined {
  const previous = trailer.entries.get('Prev')
  if (previous === undefined) return undefined
  const offset = integerOf(previous)
  if (offset === undefined) throw damaged('的 Prev 不是整数', at)
  return offset
}
