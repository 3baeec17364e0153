import { numbersOf } from '../content/colour.ts'
import { decodeData } from '../content/filters.ts'
import { readOperators } from '../content/tokens.ts'
import type { PdfView } from '../file.ts'
import { integerOf, isArray, isDictionary, isStream, nameOf, type PdfDictionary, type PdfObject } from '../objects.ts'
import { type CMap, readCMap } from './cmap.ts'
import { codeOf, reader } from './compositeFont.ts'
import { describeFont, type FontDescription } from './description.ts'
import type { EmBox, FontCode, PdfFont } from './font.ts'
import { characterOfName, nameOfCharacter } from './glyphNames.ts'
import { standardWidth } from './standardWidths.ts'

/** A font of at most 256 characters: Type 1, TrueType or Type 3 (ISO 32000-1 9.6). */
export function openSimpleFont(view: PdfView, font: PdfDictionary): PdfFont {
  const get = (key: string): PdfObject => view.resolve(font.entries.get(key))
  const about = describeFont(view, font)
  const unicodeStream = get('ToUnicode')
  const unicodeBytes = isStream(unicodeStream) ? decodeData(view, unicodeStream) : undefined
  const unicode = unicodeBytes && readCMap(unicodeBytes)
  const encoding = readEncoding(view, get('Encoding'), about.symbolic)
  const drawn = nameOf(get('Subtype')) === 'Type3' ? drawnGlyphs(view, font, encoding) : undefined
  const widthOf = readWidths(view, font, about, drawn?.unit ?? 1 / 1000)
  const describe = (code: number): FontCode => {
    const text = textOf(code, encoding, unicode)
    const ink = drawn ? drawn.ink(code) : outlineInk(code, encoding, about)
    return codeOf({ text, width: widthOf(code, text), isSpace: code === 32, ink })
  }
  return {
    name: about.name || (drawn ? 'Type3' : ''),
    embedded: about.embedded || drawn !== undefined,
    bold: about.bold,
    vertical: false,
    read: reader(() => 1, describe),
  }
}

interface Encoding {
  /** Glyph names of the codes that the file lists. */
  readonly names: ReadonlyMap<number, string>
  /** Text of a code in the named encoding underneath. */
  base(code: number): string
}

/** Codes 128 to 159 of WinAnsiEncoding (annex D). Some decoders take windows-1252 for Latin 1, which has controls there. */
const WINDOWS = '€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ'

function fromWindows(byte: number): string {
  return WINDOWS[byte - 128] ?? String.fromCharCode(byte)
}

function fromMacintosh(byte: number): string {
  return new TextDecoder('macintosh').decode(Uint8Array.of(byte))
}

function readEncoding(view: PdfView, object: PdfObject, symbolic: boolean): Encoding {
  const entries = isDictionary(object) ? object.entries : undefined
  const name = nameOf(entries ? view.resolve(entries.get('BaseEncoding')) : object)
  const named = name === 'MacRomanEncoding' ? fromMacintosh : fromWindows
  const names = new Map<number, string>()
  const differences = view.resolve(entries?.get('Differences'))
  let code = 0
  for (const item of isArray(differences) ? differences.items.slice(0, 1024) : []) {
    const each = view.resolve(item)
    if (typeof each === 'number') code = each
    else names.set(code++, nameOf(each) ?? '')
  }
  // A symbolic font without a named encoding has codes of its own.
  return { names, base: name === undefined && symbolic ? () => '' : named }
}

function textOf(code: number, { names, base }: Encoding, unicode: CMap | undefined): string {
  const told = unicode?.texts.get(code)
  if (told !== undefined && told !== '') return told
  const name = names.get(code)
  return name === undefined ? base(code) : characterOfName(name)
}

function outlineInk(
  code: number,
  { names, base }: Encoding,
  { outlines, symbolic }: FontDescription,
): EmBox | undefined | 'missing' {
  if (outlines === undefined) return 'missing'
  const text = names.has(code) ? characterOfName(names.get(code) as string) : base(code)
  const name = names.get(code) ?? nameOfCharacter(text)
  const own = outlines.glyphOfCode(code)
  const named =
    (name === undefined ? undefined : outlines.glyphOfName(name)) ?? outlines.glyphOf(text.codePointAt(0) ?? -1)
  const glyph = symbolic && !names.has(code) ? (own ?? named) : (named ?? own)
  return glyph === undefined ? 'missing' : outlines.ink(glyph)
}

function readWidths(
  view: PdfView,
  font: PdfDictionary,
  { name, missingWidth }: FontDescription,
  unit: number,
): (code: number, text: string) => number {
  const first = integerOf(view.resolve(font.entries.get('FirstChar'))) ?? 0
  const list = view.resolve(font.entries.get('Widths'))
  if (!isArray(list)) return (_, text) => standardWidth(name, text) / 1000
  return (code) => {
    const width = view.resolve(list.items[code - first])
    return (typeof width === 'number' ? width : missingWidth) * unit
  }
}

/** Glyphs of a Type 3 font are content streams, whose first operator `d1` tells their box (9.6.5). */
function drawnGlyphs(
  view: PdfView,
  font: PdfDictionary,
  { names }: Encoding,
): { readonly unit: number; ink(code: number): EmBox | undefined | 'missing' } {
  const matrix = numbersOf(view, font.entries.get('FontMatrix'))
  const [unit = 0.001, , , height = 0.001] = matrix
  const found = view.resolve(font.entries.get('CharProcs'))
  return {
    unit: Math.abs(unit),
    ink(code) {
      const program = isDictionary(found) ? view.resolve(found.entries.get(names.get(code) ?? '')) : null
      const content = isStream(program) ? decodeData(view, program) : undefined
      const box = content && statedBox(content)
      if (!box) return 'missing'
      const [left, bottom, right, top] = box
      return {
        left: left * unit,
        right: right * unit,
        bottom: Math.min(bottom * height, top * height),
        top: Math.max(bottom * height, top * height),
      }
    },
  }
}

function statedBox(content: Uint8Array): readonly [number, number, number, number] | undefined {
  let box: readonly number[] | undefined
  readOperators(content, (operator, operands) => {
    if (operator === 'd1') box = operands.filter((operand) => typeof operand === 'number').slice(2, 6)
    return false
  })
  return box?.length === 4 ? (box as unknown as readonly [number, number, number, number]) : undefined
}
