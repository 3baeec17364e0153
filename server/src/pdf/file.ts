import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { damaged, tooLarge } from './damage.ts'
import { decodeStream } from './flate.ts'
import { isWhite, latin1, readDigits, skipSpace, startsWith } from './lexer.ts'
import { integerOf, isReference, isStream, nameOf, type PdfDictionary, type PdfObject } from './objects.ts'
import { type Indirect, parseIndirect, parseObject } from './parser.ts'
import { readXrefSection, type XrefEntry, type XrefSection } from './xref.ts'

/** What one saving of the file put down: usually one section, two in a linearised file. */
export interface Revision {
  /** Newest first. */
  readonly sections: readonly XrefSection[]
  /** Where `startxref` stands. */
  readonly footer: number
  /** Place behind `%%EOF`, the end of line not counted. */
  readonly end: number
}

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

export interface PdfFile {
  readonly bytes: Uint8Array
  /** Oldest first. */
  readonly revisions: readonly Revision[]
  /** @param revision index into `revisions`; the newest when absent */
  view(revision?: number): PdfView
}

/** Longer chains are taken for an attack. */
const MAX_SECTIONS = 1000
const MAX_HOPS = 32

/**
 * Opens a PDF strictly: what readers mend in different ways is refused, because a signature must mean the same to all of them.
 * @throws Failure `pdf-not-pdf`, `pdf-encrypted`, `pdf-damaged` or `pdf-limit`
 */
export function openPdf(bytes: Uint8Array): PdfFile {
  if (!startsWith(bytes, '%PDF-', 0))
    throw new Failure(
      'pdf-not-pdf',
      message('这不是 PDF 文件（开头没有 %PDF- 标记）。请选择扩展名为 .pdf 的版式文件。'),
    )
  const revisions = readRevisions(bytes)
  const index = indexEntries(revisions)
  const views = new Map<number, PdfView>()
  const shared = new Map<number, Indirect>()
  const view = (revision = revisions.length - 1): PdfView => {
    const known =
      views.get(revision) ?? createView(bytes, trailerOf(revisions, revision), entryAt(index, revision), shared)
    views.set(revision, known)
    return known
  }
  if (revisions.some(({ sections }) => sections.some(({ trailer }) => trailer.entries.has('Encrypt'))))
    throw new Failure(
      'pdf-encrypted',
      message('这个 PDF 设有密码或使用限制，不能签章，也不能核验。请先在原软件中去掉密码保护再试。'),
    )
  return { bytes, revisions, view }
}

function readRevisions(bytes: Uint8Array): readonly Revision[] {
  const chain = readChain(bytes)
  const revisions: Revision[] = []
  for (let i = 0; i < chain.length; ) {
    const sections = [chain[i++] as XrefSection]
    // Only in a linearised file does the older section stand behind the newer one: both are one saving.
    while (i < chain.length && (chain[i] as XrefSection).offset > (sections.at(-1) as XrefSection).offset)
      sections.push(chain[i++] as XrefSection)
    refuseTwoRoots(sections)
    revisions.push({ sections, ...readFooter(bytes, sections) })
  }
  revisions.reverse()
  for (const revision of revisions) refuseForwardEntries(revision)
  return revisions
}

function readChain(bytes: Uint8Array): readonly XrefSection[] {
  const chain: XrefSection[] = []
  const seen = new Set<number>()
  let next: number | undefined = lastStart(bytes)
  while (next !== undefined) {
    if (seen.has(next)) throw damaged('的交叉引用表成环', next)
    if (chain.length >= MAX_SECTIONS) throw tooLarge('修改次数过多')
    seen.add(next)
    const section = readXrefSection(bytes, next)
    chain.push(section)
    next = section.previous
  }
  return chain
}

function lastStart(bytes: Uint8Array): number {
  for (let at = bytes.length - 9; at >= 0; at--) {
    if (bytes[at] !== 0x73 || !startsWith(bytes, 'startxref', at)) continue
    const offset = readDigits(bytes, skipSpace(bytes, at + 9))
    if (offset) return offset.value
    break
  }
  throw damaged('没有文件尾，文件可能没有传完', bytes.length)
}

/** `startxref`, the offset and `%%EOF` behind the last section of a revision. */
function readFooter(bytes: Uint8Array, sections: readonly XrefSection[]): { footer: number; end: number } {
  const last = sections.reduce((a, b) => (a.offset > b.offset ? a : b))
  const footer = skipSpace(bytes, last.end)
  if (!startsWith(bytes, 'startxref', footer)) throw damaged('应有 startxref', footer)
  const offset = readDigits(bytes, skipSpace(bytes, footer + 9))
  if (!offset || skipSpace(bytes, offset.value) !== (sections[0] as XrefSection).offset)
    throw damaged('的 startxref 指错了地方', footer)
  let end = offset.end
  while (isWhite(bytes[end])) end++
  if (!startsWith(bytes, '%%EOF', end)) throw damaged('应有 %%EOF', end)
  return { footer, end: end + 5 }
}

/** Which trailer counts would be up to the reader. Only the first one of a linearised file need name the catalog. */
function refuseTwoRoots(sections: readonly XrefSection[]): void {
  const [head, ...others] = sections.map(({ trailer }) => trailer.entries.get('Root'))
  const known =
    isReference(head) && others.every((root) => (isReference(root) ? root.number === head.number : root === undefined))
  if (!known) throw damaged('的文件尾没有指明文件目录，或互相矛盾', (sections[0] as XrefSection).offset)
}

/** A signed revision that points behind its own end would let a later one fill in what it says. */
function refuseForwardEntries({ sections, end }: Revision): void {
  for (const section of sections)
    for (const entry of section.entries.values())
      if (entry.kind === 'offset' && entry.offset >= end) throw damaged('的对象在文件结尾之后', entry.offset)
}

/** For every object number its entries, oldest first, each with the revision that made it. */
type EntryIndex = ReadonlyMap<number, readonly { readonly revision: number; readonly entry: XrefEntry }[]>

function indexEntries(revisions: readonly Revision[]): EntryIndex {
  const index = new Map<number, { revision: number; entry: XrefEntry }[]>()
  for (const [revision, { sections }] of revisions.entries())
    for (const { entries } of [...sections].reverse())
      for (const [number, entry] of entries) {
        const list = index.get(number)
        if (list) list.push({ revision, entry })
        else index.set(number, [{ revision, entry }])
      }
  return index
}

/** Looks an object up as of a revision, by bisection: a field may have been rewritten in each of many revisions. */
function entryAt(index: EntryIndex, revision: number): (number: number) => XrefEntry | undefined {
  return (number) => {
    const list = index.get(number) ?? []
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((list[middle]?.revision ?? 0) <= revision) low = middle + 1
      else high = middle
    }
    return list[low - 1]?.entry
  }
}

function trailerOf(revisions: readonly Revision[], revision: number): PdfDictionary {
  return ((revisions[revision] as Revision).sections[0] as XrefSection).trailer
}

function createView(
  bytes: Uint8Array,
  trailer: PdfDictionary,
  entry: PdfView['entry'],
  shared: Map<number, Indirect>,
): PdfView {
  const packed = new Map<number, readonly PackedObject[]>()
  const opened = new Set<number>()

  const atOffset = (number: number, offset: number): Indirect => {
    const known = shared.get(offset)
    if (known) return known
    if (opened.has(offset)) throw damaged('的对象引用自己', offset)
    opened.add(offset)
    let indirectLength = false
    const object = parseIndirect(bytes, offset, (length) => {
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

/** The objects of an object stream (7.5.7). */
function unpack(
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
