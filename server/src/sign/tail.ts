import type { PdfFile, Revision } from '../pdf/file.ts'
import { latin1 } from '../pdf/lexer.ts'
import { integerOf } from '../pdf/objects.ts'
import { countWord, objectHeads } from './heads.ts'

interface Extent {
  readonly start: number
  readonly end: number
}

/** Blanks that programs leave between the parts of a file. Readers look for its end in the last kilobyte and mend a file where they do not find it. */
const MAX_BLANK = 16

/** One more than the largest object number (Annex C): some readers take a larger /Size for damage. */
const MAX_SIZE = 8_388_608

/**
 * Whether a revision consists of nothing but the objects its table lists, the table and the footer.
 * Bytes that no table names, objects that lie on top of each other, or entries that point back into older bytes are how
 * a second document is hidden in a file.
 */
export function isTidy(file: PdfFile, index: number): boolean {
  const revision = file.revisions[index] as Revision
  if (!isRegular(file, index) || !hasPlainFooter(file.bytes, revision) || !isLinked(file, index)) return false
  const start = file.revisions[index - 1]?.end ?? 0
  const extents = [{ start: revision.footer, end: revision.end }]
  for (const section of revision.sections) {
    extents.push({ start: section.offset, end: section.end })
    if (section.hybrid) extents.push(section.hybrid)
    for (const [number, entry] of section.entries) {
      if (entry.kind !== 'offset' || isUnchanged(file, index, number, entry.offset)) continue
      const place = file.view(index).placeOf(number)
      if (!place || place.start < start) return false
      extents.push(place)
    }
  }
  return fills(file.bytes, extents, start, revision.footer) && hidesNothing(file.bytes, extents, revision, start)
}

/** One table, which the end names by its first byte, and which so names the one before. */
function isLinked(file: PdfFile, index: number): boolean {
  const { sections, start } = file.revisions[index] as Revision
  const [section, ...others] = sections
  const before = file.revisions[index - 1]?.sections[0]
  return others.length === 0 && section?.offset === start && section?.previous === before?.offset
}

/** Exactly `startxref`, a number, `%%EOF`. */
function hasPlainFooter(bytes: Uint8Array, { footer, end }: Revision): boolean {
  return end - footer <= 40 && /^startxref[\r\n ]{1,4}\d+[\r\n ]{1,4}%%EOF$/.test(latin1(bytes.subarray(footer, end)))
}

/** No stream, string or comment has within it what a reader that mends files would take for an object or a trailer. */
function hidesNothing(bytes: Uint8Array, extents: readonly Extent[], revision: Revision, start: number): boolean {
  const range = { start, end: revision.end }
  const starts = new Set(extents.map(({ start }) => start))
  return (
    objectHeads(bytes, range).every((head) => starts.has(head)) &&
    countWord(bytes, 'startxref', range) === 1 &&
    countWord(bytes, 'trailer', range) === revision.sections.filter(({ kind }) => kind === 'table').length
  )
}

/** Tables that all readers understand alike: exact entries, and a /Size that hides no object from those who heed it. */
function isRegular(file: PdfFile, index: number): boolean {
  const { sections } = file.revisions[index] as Revision
  const before = sizeOf(file, index - 1)
  const size = sizeOf(file, index)
  return sections.every(({ regular, entries }) => {
    const largest = [...entries.keys()].reduce((max, number) => Math.max(max, number), 0)
    const isHeadFree = (entries.get(0)?.kind ?? 'free') === 'free'
    return regular && isHeadFree && size > largest && size >= before && size <= MAX_SIZE
  })
}

function sizeOf(file: PdfFile, index: number): number {
  return index < 0 ? 0 : (integerOf(file.view(index).trailer.entries.get('Size')) ?? 0)
}

/** Some programs list old objects again. */
function isUnchanged(file: PdfFile, index: number, number: number, offset: number): boolean {
  const before = index > 0 ? file.view(index - 1).entry(number) : undefined
  return before?.kind === 'offset' && before.offset === offset
}

function fills(bytes: Uint8Array, extents: readonly Extent[], start: number, footer: number): boolean {
  // An xref stream lists itself as an object, too.
  const once = new Map(extents.map((extent) => [`${extent.start} ${extent.end}`, extent]))
  let at = start
  if (start > 0 && bytes[start] !== 10 && bytes[start] !== 13) return false
  for (const extent of [...once.values()].sort((a, b) => a.start - b.start)) {
    const end = extent.start === footer ? withoutRemark(bytes, at, footer) : extent.start
    if (extent.start < at || !isGap(bytes, at, end)) return false
    at = extent.end
  }
  return true
}

/** Where the blank ends behind a table; some programs write their name in a comment there, which spelling looks at. */
function withoutRemark(bytes: Uint8Array, start: number, footer: number): number {
  const remark = bytes.subarray(start, footer).indexOf(0x25)
  return remark < 0 ? footer : start + remark
}

/** A few ends of line or spaces, as programs leave them between two parts or behind the last. */
export function isGap(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start <= MAX_BLANK && /^[\r\n ]*$/.test(latin1(bytes.subarray(start, end)))
}
