import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { damaged, tooLarge } from './damage.ts'
import { isWhite, readDigits, skipSpace, startsWith } from './lexer.ts'
import { isReference, type PdfDictionary } from './objects.ts'
import { createView, type PdfView, startSharing } from './view.ts'
import { mostEntries, readXrefSection, tooManyEntries, type XrefEntry, type XrefSection } from './xref.ts'

export type { PdfView } from './view.ts'

/** What one saving of the file put down: usually one section, two in a linearised file. */
export interface Revision {
  /** Newest first. */
  readonly sections: readonly XrefSection[]
  /** Where `startxref` stands. */
  readonly footer: number
  /** The place that it names. */
  readonly start: number
  /** Place behind `%%EOF`, the end of line not counted. */
  readonly end: number
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

/**
 * Opens a PDF strictly: what readers mend in different ways is refused, because a signature must mean the same to all of them.
 * @throws Failure `pdf-not-pdf`, `pdf-encrypted`, `pdf-damaged` or `pdf-limit`
 */
export function openPdf(bytes: Uint8Array): PdfFile {
  refuseOddStart(bytes)
  const revisions = readRevisions(bytes)
  const index = indexEntries(revisions)
  refuseWrongPlaces(bytes, index)
  const views = new Map<number, PdfView>()
  const shared = startSharing(bytes)
  const view = (revision = revisions.length - 1): PdfView => {
    const known =
      views.get(revision) ?? createView(bytes, trailerOf(revisions, revision), entryAt(index, revision), shared)
    views.set(revision, known)
    return known
  }
  if (revisions.some(({ sections }) => sections.some(({ trailer }) => trailer.entries.has('Encrypt'))))
    throw encrypted()
  return { bytes, revisions, view }
}

/** `pdf-encrypted`: a file with a password or restrictions is neither signed nor judged. */
export function encrypted(): Failure {
  return new Failure(
    'pdf-encrypted',
    message('这个 PDF 设有密码或使用限制，不能签章，也不能核验。请先在原软件中去掉密码保护再试。'),
  )
}

/** How far behind the start readers look for the header (Annex H.3). */
const MAX_JUNK = 1024

/** Some readers count offsets from the start of the file, others from the header. */
function refuseOddStart(bytes: Uint8Array): void {
  if (startsWith(bytes, '%PDF-', 0)) return
  if (bytes.length === 0)
    throw new Failure('pdf-not-pdf', message('这是空文件，没有内容，可能没有传完。请重新取得这个 PDF。'))
  const header = findHeader(bytes)
  if (header === undefined)
    throw new Failure(
      'pdf-not-pdf',
      message('这不是 PDF 文件（开头没有 %PDF- 标记）。请选择扩展名为 .pdf 的版式文件。'),
    )
  throw damaged('之前多出了不属于 PDF 的数据', header)
}

/** Where `%PDF-` stands, with what little some programs put before it. */
function findHeader(bytes: Uint8Array): number | undefined {
  for (let at = 0; at < MAX_JUNK; at++) if (startsWith(bytes, '%PDF-', at)) return at
  return undefined
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
  let room = mostEntries(bytes)
  let next: number | undefined = lastStart(bytes)
  while (next !== undefined) {
    if (seen.has(next)) throw damaged('的交叉引用表成环', next)
    if (chain.length >= MAX_SECTIONS) throw tooLarge('修改次数过多')
    seen.add(next)
    const section = readXrefSection(bytes, next)
    room -= section.entries.size
    if (room < 0) throw tooManyEntries()
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
function readFooter(bytes: Uint8Array, sections: readonly XrefSection[]): Omit<Revision, 'sections'> {
  const last = sections.reduce((a, b) => (a.offset > b.offset ? a : b))
  const footer = skipSpace(bytes, last.end)
  if (!startsWith(bytes, 'startxref', footer)) throw damaged('应有 startxref', footer)
  const offset = readDigits(bytes, skipSpace(bytes, footer + 9))
  if (!offset || skipSpace(bytes, offset.value) !== (sections[0] as XrefSection).offset)
    throw damaged('的 startxref 指错了地方', footer)
  let end = offset.end
  while (isWhite(bytes[end])) end++
  if (!startsWith(bytes, '%%EOF', end)) throw damaged('应有 %%EOF', end)
  return { footer, start: offset.value, end: end + 5 }
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

/** Where the table leads astray readers look for the object themselves, and may find another one. */
function refuseWrongPlaces(bytes: Uint8Array, index: EntryIndex): void {
  // Place 0 stands in many a file for an object that is not there.
  for (const [number, entries] of index)
    for (const { entry } of entries)
      if (entry.kind === 'offset' && entry.offset > 0 && readDigits(bytes, entry.offset)?.value !== number)
        throw damaged('的对象编号与交叉引用表不符', entry.offset)
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
