import type { PdfFile, Revision } from '../pdf/file.ts'
import { decodeStream } from '../pdf/flate.ts'
import { isRegular, readWord } from '../pdf/lexer.ts'
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
 * readers and have others mend the file.
 */
export function isPlainlySpelled(file: PdfFile, index: number): boolean {
  const revision = file.revisions[index] as Revision
  const start = file.revisions[index - 1]?.end ?? 0
  const { streams, containers } = readStreams(file, index, start)
  const data = new Map(streams.map(({ byteOffset, length }) => [byteOffset - file.bytes.byteOffset, length]))
  return isPlain(file.bytes.subarray(0, revision.end), start, data) && containers.every((bytes) => isPlain(bytes, 0))
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
    containers: packs.filter(isStream).map(decodeStream),
  }
}

/** @param data length of each stream's data by its place; none of it is looked at */
function isPlain(bytes: Uint8Array, start: number, data: ReadonlyMap<number, number> = new Map()): boolean {
  let at = start
  while (at < bytes.length) {
    const code = bytes[at]
    if (code === 0x25) at = behindComment(bytes, at)
    else if (code === 0x28) at = behindString(bytes, at)
    else if (code === 0x3c && bytes[at + 1] !== 0x3c) at = behindHex(bytes, at)
    else if (code === 0x2f) at += 1 + readWord(bytes, at + 1).length
    else if (isRegular(code)) {
      const word = readWord(bytes, at)
      if (!isPlainWord(word)) return false
      at += word.length
      if (word !== 'stream') continue
      const place = [at + 1, at + 2].find((candidate) => data.has(candidate))
      if (place === undefined) return false
      at = place + (data.get(place) as number)
    } else at += code === 0x3c ? 2 : 1
  }
  return true
}

function isPlainWord(word: string): boolean {
  if (KEYWORDS.includes(word)) return true
  // Our own painter, like others, writes all 17 digits that a double has.
  if (!/^-?\d{1,10}(\.\d{1,17})?$/.test(word)) return false
  const value = Number(word)
  if (word.includes('.')) return !Number.isInteger(value)
  return Math.abs(value) <= MAX_INTEGER && !Object.is(value, -0)
}

function behindComment(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
  return at
}

function behindHex(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(0x3e, start)
  return end < 0 ? bytes.length : end + 1
}

function behindString(bytes: Uint8Array, start: number): number {
  let open = 0
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === 0x5c) at++
    else if (bytes[at] === 0x28) open++
    else if (bytes[at] === 0x29 && --open === 0) return at + 1
  }
  return bytes.length
}
