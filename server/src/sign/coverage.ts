import type { PdfFile } from '../pdf/file.ts'
import { integerOf, isArray, isString, type PdfDictionary } from '../pdf/objects.ts'
import { isBlank } from './tail.ts'

/** Which bytes a signature speaks of. */
export interface Coverage {
  readonly kind: 'whole' | 'revision' | 'partial'
  /** The revision that was signed; absent when the range fits none. */
  readonly revision: number | undefined
  /** Everything up to `end` but the gap is signed; absent when the range leaves out other bytes. */
  readonly range: { readonly gap: { readonly start: number; readonly end: number }; readonly end: number } | undefined
}

const PARTIAL: Coverage = { kind: 'partial', revision: undefined, range: undefined }

/**
 * Judges the geometry of /ByteRange (ISO 32000-1 12.8.1): two ranges, the first from byte 0, the gap exactly the
 * /Contents token of this very dictionary, the second to the end of a revision. Anything else leaves room for bytes
 * that nobody signed.
 */
export function readCoverage(signature: PdfDictionary, file: PdfFile): Coverage {
  const contents = signature.entries.get('Contents')
  const byteRange = signature.entries.get('ByteRange')
  const numbers = isArray(byteRange) ? byteRange.items.map(integerOf) : []
  if (numbers.length !== 4 || numbers.some((value) => value === undefined || value < 0)) return PARTIAL
  const [start, length, next, rest] = numbers as [number, number, number, number]
  const end = next + rest
  if (!isString(contents) || !contents.at || !isPlainHex(file.bytes, contents.at)) return PARTIAL
  if (start !== 0 || length !== contents.at.start || next !== contents.at.end || end > file.bytes.length) return PARTIAL
  const range = { gap: { start: length, end: next }, end }
  const revision = revisionEndingAt(file, end)
  if (revision === undefined || (file.revisions[revision]?.end ?? 0) <= next) return { ...PARTIAL, range }
  return { kind: end === file.bytes.length ? 'whole' : 'revision', revision, range }
}

/**
 * Reads the signed bytes of one signature after the other: always into the same memory, because a copy for each of
 * many signatures of a large file would fill it. What one call gives is good until the next.
 */
export function createContentReader({ bytes }: PdfFile): (coverage: Coverage) => Uint8Array | undefined {
  const room = new Uint8Array(bytes.length)
  return ({ range }) => {
    if (!range) return undefined
    const { gap, end } = range
    room.set(bytes.subarray(0, gap.start))
    room.set(bytes.subarray(gap.end, end), gap.start)
    return room.subarray(0, gap.start + end - gap.end)
  }
}

/** `<`, digits in one case, `>`: a second spelling of the same value would be an unsigned change of the file. */
function isPlainHex(bytes: Uint8Array, { start, end }: { readonly start: number; readonly end: number }): boolean {
  if (bytes[start] !== 0x3c || bytes[end - 1] !== 0x3e || (end - start) % 2 !== 0) return false
  let lower = false
  let upper = false
  for (let at = start + 1; at < end - 1; at++) {
    const code = bytes[at] as number
    if (code >= 0x61 && code <= 0x66) lower = true
    else if (code >= 0x41 && code <= 0x46) upper = true
    else if (code < 0x30 || code > 0x39) return false
  }
  return !(lower && upper)
}

/** The revision whose `%%EOF` ends at `end`, white space not counted; at the end of the file the last one. */
function revisionEndingAt(file: PdfFile, end: number): number | undefined {
  if (end === file.bytes.length) return file.revisions.length - 1
  const revision = file.revisions.findLastIndex((candidate) => candidate.end <= end)
  const own = file.revisions[revision]
  if (!own) return undefined
  return isBlank(file.bytes, own.end, end) ? revision : undefined
}
