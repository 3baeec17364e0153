import type { PdfFile, PdfView, Revision } from '../pdf/file.ts'
import { decodeStream } from '../pdf/flate.ts'
import { isRegular, latin1, readWord, skipSpace, startsWith } from '../pdf/lexer.ts'
import { integerOf, isStream, type PdfObject } from '../pdf/objects.ts'
import { parseIndirect } from '../pdf/parser.ts'

const KEYWORDS = [
  ...['obj', 'endobj', 'stream', 'endstream', 'xref', 'trailer', 'startxref'],
  ...['R', 'n', 'f', 'true', 'false', 'null'],
]

/** Readers that count in 32 bits take a larger one for another. */
const MAX_INTEGER = 2 ** 31 - 1

/**
 * Whether every number and keyword that a revision puts down, also in its object streams, is written the one way that
 * all readers understand alike: `+1`, `-0`, `595.0`, numbers of a thousand digits or `objnull` mean one thing to some
 * readers and have others mend the file. The same goes for names, strings and comments.
 */
export function isPlainlySpelled(file: PdfFile, index: number): boolean {
  const revision = file.revisions[index] as Revision
  const start = file.revisions[index - 1]?.end ?? 0
  const { streams, containers } = readStreams(file, index, start)
  const data = new Map(streams.map(({ byteOffset, length }) => [byteOffset - file.bytes.byteOffset, length]))
  const text = { bytes: file.bytes.subarray(0, revision.end), data, mayRound: roundedAgain(file, index) }
  return isPlain(text, start) && containers.every((bytes) => isPlain({ ...BARE, bytes }, 0))
}

/**
 * Where a whole number may be written as a fraction, `595.0`, as some programs write every number of theirs: within
 * objects that were not there before, since there is nothing yet that it could be mistaken for, and within those that
 * are written again, as often as it stood there before, and only in a rectangle: some readers take `/Rotate 90.0` for
 * none, and the signer may have been handed a page that has `90.0` elsewhere.
 */
function roundedAgain(file: PdfFile, index: number): Text['mayRound'] {
  const [before, view] = [file.view(index - 1), file.view(index)]
  const { sections } = file.revisions[index] as Revision
  const places = sections.flatMap(({ entries, offset: table }) =>
    [...entries].flatMap(([number, entry]) => {
      const place = entry.kind === 'offset' && entry.offset !== table ? view.placeOf(number) : undefined
      return place ? [{ ...place, known: roundedBefore(file, before, number) }] : []
    }),
  )
  places.sort((a, b) => a.start - b.start)
  let next = 0
  // Asked for places in ascending order only: many objects and many numbers must not multiply.
  return (at, word) => {
    while (next < places.length && (places[next]?.end ?? 0) <= at) next++
    const place = places[next]
    if (!place || place.start > at) return false
    const left = place.known?.get(word) ?? 0
    place.known?.set(word, left - 1)
    return place.known === undefined || (left > 0 && isInRectangle(file.bytes, at))
  }
}

/** Longer than what stands before the last number of any rectangle that a program writes. */
const RECTANGLE_START = 96

function isInRectangle(bytes: Uint8Array, at: number): boolean {
  const before = latin1(bytes.subarray(Math.max(0, at - RECTANGLE_START), at))
  return /\/(?:MediaBox|CropBox|BleedBox|TrimBox|ArtBox|Rect)\s*\[[\s\d.-]*$/.test(before)
}

/** A longer object is mostly data. */
const LONGEST_SEARCHED = 1 << 16

/** How often each whole number was written as a fraction in the object before; undefined where there was none. */
function roundedBefore(file: PdfFile, before: PdfView, number: number): Map<string, number> | undefined {
  if ((before.entry(number)?.kind ?? 'free') === 'free') return undefined
  const place = before.placeOf(number)
  const rounded = new Map<string, number>()
  if (!place) return rounded
  const text = latin1(file.bytes.subarray(place.start, Math.min(place.end, place.start + LONGEST_SEARCHED)))
  for (const [word] of text.matchAll(/(?<![^\s[\]<>])-?\d+\.0+(?![^\s[\]<>/])/g))
    rounded.set(word, (rounded.get(word) ?? 0) + 1)
  return rounded
}

/** Data of the streams that stand in a revision, and the decoded ones of its object streams. */
function readStreams(
  file: PdfFile,
  index: number,
  start: number,
): { readonly streams: readonly Uint8Array[]; readonly containers: readonly Uint8Array[] } {
  const view = file.view(index)
  const { sections } = file.revisions[index] as Revision
  const values: PdfObject[] = []
  const containers = new Set<number>()
  for (const { kind, offset, entries } of sections) {
    if (kind === 'stream') values.push(parseIndirect(file.bytes, offset, integerOf).value)
    for (const [number, entry] of entries) {
      if (entry.kind === 'packed') containers.add(entry.container)
      else if (entry.kind === 'offset' && entry.offset >= start)
        values.push(view.resolve({ kind: 'reference', number, generation: entry.generation }))
    }
  }
  const packs = [...containers].map((number) => view.resolve({ kind: 'reference', number, generation: 0 }))
  return {
    streams: values.filter(isStream).map(({ data }) => data),
    containers: packs.filter(isStream).map((stream) => decodeStream(stream)),
  }
}

interface Text {
  readonly bytes: Uint8Array
  /** Length of each stream's data by its place; none of it is looked at. */
  readonly data: ReadonlyMap<number, number>
  /** Whether a whole number may be written `595.0` at a place; asked in ascending order, once for each. */
  readonly mayRound: (at: number, word: string) => boolean
}

const BARE = { data: new Map<number, number>(), mayRound: () => false }

function isPlain(text: Text, start: number): boolean {
  const { bytes, data } = text
  let at: number | undefined = start
  while (at !== undefined && at < bytes.length) {
    const code = bytes[at]
    if (code === 0x25) at = behindRemark(bytes, at)
    else if (code === 0x28) at = behindString(bytes, at)
    else if (code === 0x3c && bytes[at + 1] !== 0x3c) at = behindHex(bytes, at)
    else if (code === 0x2f) at = behindName(bytes, at)
    else if (isRegular(code)) {
      const word = readWord(bytes, at)
      if (!isPlainWord(word, () => text.mayRound(at as number, word))) return false
      at += word.length
      if (word !== 'stream') continue
      const place: number | undefined = [at + 1, at + 2].find((candidate) => data.has(candidate))
      at = place === undefined ? undefined : place + (data.get(place) as number)
    } else at += code === 0x3c ? 2 : 1
  }
  return at !== undefined
}

function isPlainWord(word: string, mayRound: () => boolean): boolean {
  if (KEYWORDS.includes(word)) return true
  // Our own painter, like others, writes all 17 digits that a double has.
  if (!/^-?\d{1,10}(\.\d{1,17})?$/.test(word)) return false
  const value = Number(word)
  if (Object.is(value, -0)) return false
  return word.includes('.') ? !Number.isInteger(value) || mayRound() : Math.abs(value) <= MAX_INTEGER
}

/** Only the end mark, and one line with which a program names itself before `startxref`. Undefined for any other. */
function behindRemark(bytes: Uint8Array, start: number): number | undefined {
  let end = start
  while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++
  const line = latin1(bytes.subarray(start, end))
  const isLast = /^%[ -~]{1,80}$/.test(line) && startsWith(bytes, 'startxref', skipSpace(bytes, end))
  return line === '%%EOF' || isLast ? end : undefined
}

/** Readers cut names at different lengths (Annex C: 127 bytes). */
const MAX_NAME = 127

/** Escapes stand only for what cannot be written otherwise, and never for zero. */
function behindName(bytes: Uint8Array, start: number): number | undefined {
  const word = readWord(bytes, start + 1)
  const isPlain = word.split('#').every((part, index) => index === 0 || isNeeded(part.slice(0, 2)))
  return isPlain && word.length <= MAX_NAME ? start + 1 + word.length : undefined
}

function isNeeded(hex: string): boolean {
  const code = /^[0-9A-Fa-f]{2}$/.test(hex) ? Number.parseInt(hex, 16) : 0
  return code !== 0 && (code < 0x21 || code > 0x7e || code === 0x23 || !isRegular(code))
}

function behindHex(bytes: Uint8Array, start: number): number | undefined {
  const end = bytes.indexOf(0x3e, start)
  const digits = end < 0 ? 'cut off' : latin1(bytes.subarray(start + 1, end))
  return digits.length % 2 === 0 && /^[0-9A-Fa-f]*$/.test(digits) ? end + 1 : undefined
}

/** A bare end of line or an unusual escape is read in more than one way. */
function behindString(bytes: Uint8Array, start: number): number | undefined {
  let open = 0
  for (let at = start; at < bytes.length; at++) {
    const code = bytes[at]
    if (code === 0x5c) {
      const [sequence] = /^(?:[nrtbf()\\]|[0-3][0-7][0-7])/.exec(latin1(bytes.subarray(at + 1, at + 4))) ?? []
      if (sequence === undefined) return undefined
      at += sequence.length
    } else if (code === 0x0d) return undefined
    else if (code === 0x28) open++
    else if (code === 0x29 && --open === 0) return at + 1
  }
  return undefined
}
