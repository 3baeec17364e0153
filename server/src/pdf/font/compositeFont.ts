import { decodeData } from '../content/filters.ts'
import type { PdfView } from '../file.ts'
import { integerOf, isArray, isDictionary, isStream, nameOf, type PdfDictionary, type PdfObject } from '../objects.ts'
import { type CMap, readCMap } from './cmap.ts'
import { describeFont } from './description.ts'
import type { EmBox, FontCode, PdfFont } from './font.ts'
import { estimatedInk } from './inkEstimate.ts'
import { type PredefinedCMap, predefinedCMap } from './predefinedCMap.ts'

/** Widths kept of one font. */
const MAX_WIDTHS = 140_000

/** A font of many characters: codes → CIDs → glyphs (ISO 32000-1 9.7). */
export function openCompositeFont(view: PdfView, font: PdfDictionary): PdfFont {
  const get = (from: PdfDictionary, key: string): PdfObject => view.resolve(from.entries.get(key))
  const list = get(font, 'DescendantFonts')
  const found = isArray(list) ? view.resolve(list.items[0]) : null
  const descendant: PdfDictionary = isDictionary(found)
    ? found
    : { kind: 'dictionary', entries: new Map(), repeated: false }
  const about = describeFont(view, descendant)
  const { named, own } = readEncoding(view, get(font, 'Encoding'))
  const unicode = mapIn(view, get(font, 'ToUnicode'))
  const widthOf = readWidths(view, descendant)
  const glyphOfCid = readGlyphMap(view, get(descendant, 'CIDToGIDMap'), about.outlines?.glyphOfCid)

  const describe = (code: number, bytes: Uint8Array): FontCode => {
    const cid = own?.cids.get(code) ?? named?.cidOf(code)
    const { outlines } = about
    const told = unicode?.texts.get(code) ?? named?.textOf?.(bytes)
    const glyph = cid === undefined ? outlines?.glyphOf(told?.codePointAt(0) ?? -1) : glyphOfCid(cid)
    const drawn = glyph === undefined ? undefined : outlines?.characterOf(glyph)
    const text = told ?? (drawn === undefined ? '' : String.fromCodePoint(drawn))
    const width = widthOf(cid)
    const ink = glyph === undefined ? 'missing' : (outlines?.ink(glyph) ?? (outlines ? undefined : 'missing'))
    return codeOf({ text, width, isSpace: bytes.length === 1 && code === 32, ink })
  }
  return {
    name: about.name || (nameOf(get(font, 'BaseFont')) ?? ''),
    embedded: about.embedded,
    bold: about.bold,
    vertical: named?.vertical ?? own?.vertical ?? false,
    read: reader((first) => own?.lengthAt(first) || named?.lengthAt(first) || 2, describe),
  }
}

/** A code whose ink is known, or estimated where the outline is missing. */
export function codeOf({
  text,
  width,
  isSpace,
  ink,
}: {
  readonly text: string
  readonly width: number
  readonly isSpace: boolean
  readonly ink: EmBox | undefined | 'missing'
}): FontCode {
  const known = ink !== 'missing'
  const box = known ? ink : estimatedInk(text, width)
  return { text, width, isSpace, ink: () => box, inkKnown: known }
}

/** Cuts strings into codes; each code is described once. */
export function reader(
  lengthAt: (first: number) => number,
  describe: (code: number, bytes: Uint8Array) => FontCode,
): PdfFont['read'] {
  const known = new Map<string | number, FontCode>()
  return (bytes) => {
    const codes: FontCode[] = []
    for (let at = 0; at < bytes.length; ) {
      const length = Math.min(lengthAt(bytes[at] as number), bytes.length - at)
      let code = 0
      for (let i = 0; i < length; i++) code = code * 256 + (bytes[at + i] as number)
      const key = length * 2 ** 32 + code
      let described = known.get(key)
      if (described === undefined) {
        described = describe(code, bytes.subarray(at, at + length))
        known.set(key, described)
      }
      codes.push(described)
      at += length
    }
    return codes
  }
}

function mapIn(view: PdfView, object: PdfObject): CMap | undefined {
  const bytes = isStream(object) ? decodeData(view, object) : undefined
  return bytes && readCMap(bytes)
}

function readEncoding(
  view: PdfView,
  encoding: PdfObject,
): { readonly named: PredefinedCMap | undefined; readonly own: CMap | undefined } {
  const name = nameOf(encoding)
  if (name !== undefined) return { named: predefinedCMap(name), own: undefined }
  const own = mapIn(view, encoding)
  const base =
    own?.base ?? (isStream(encoding) ? nameOf(view.resolve(encoding.dictionary.entries.get('UseCMap'))) : undefined)
  return { named: base === undefined ? undefined : predefinedCMap(base), own }
}

/** W and DW (9.7.4.3), in em. */
function readWidths(view: PdfView, font: PdfDictionary): (cid: number | undefined) => number {
  const given = view.resolve(font.entries.get('DW'))
  const usual = typeof given === 'number' ? given : 1000
  const widths = new Map<number, number>()
  const list = view.resolve(font.entries.get('W'))
  const items = isArray(list) ? list.items : []
  let left = MAX_WIDTHS
  for (let i = 0; i + 1 < items.length; ) {
    const first = integerOf(view.resolve(items[i])) ?? 0
    const second = view.resolve(items[i + 1])
    if (isArray(second)) {
      for (const [index, item] of second.items.entries()) {
        const width = view.resolve(item)
        if (typeof width === 'number' && left-- > 0) widths.set(first + index, width)
      }
      i += 2
    } else {
      const width = view.resolve(items[i + 2])
      const last = typeof second === 'number' ? second : first
      for (let cid = first; cid <= last && typeof width === 'number' && left-- > 0; cid++) widths.set(cid, width)
      i += 3
    }
  }
  return (cid) => (cid === undefined ? usual : (widths.get(cid) ?? usual)) / 1000
}

/** CIDToGIDMap (table 117): two bytes a CID; without one, or Identity, as the outlines say. */
function readGlyphMap(
  view: PdfView,
  object: PdfObject,
  otherwise: ((cid: number) => number) | undefined,
): (cid: number) => number {
  const map = isStream(object) ? decodeData(view, object) : undefined
  if (map === undefined) return otherwise ?? ((cid) => cid)
  return (cid) => ((map[2 * cid] ?? 0) << 8) | (map[2 * cid + 1] ?? 0)
}
