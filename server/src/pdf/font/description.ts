import { decodeData } from '../content/filters.ts'
import type { PdfView } from '../file.ts'
import { integerOf, isDictionary, isStream, nameOf, type PdfDictionary, type PdfObject } from '../objects.ts'
import { type Outlines, openOutlines } from './outlines.ts'

/** What stands in a font and its descriptor, whatever kind of font it is. */
export interface FontDescription {
  readonly name: string
  readonly embedded: boolean
  readonly bold: boolean
  /** Symbolic fonts use codes of their own (table 123). */
  readonly symbolic: boolean
  readonly missingWidth: number
  /** The font program in the file; undefined when there is none or it cannot be read. */
  readonly outlines: Outlines | undefined
}

const SYMBOLIC = 1 << 2
const FORCE_BOLD = 1 << 18

export function describeFont(view: PdfView, font: PdfDictionary): FontDescription {
  const found = view.resolve(font.entries.get('FontDescriptor'))
  const entries: ReadonlyMap<string, PdfObject> = isDictionary(found) ? found.entries : new Map()
  const base = nameOf(view.resolve(font.entries.get('BaseFont'))) ?? nameOf(view.resolve(entries.get('FontName'))) ?? ''
  const name = readableName(base.replace(/^[A-Z]{6}\+/, ''))
  const flags = integerOf(view.resolve(entries.get('Flags'))) ?? 0
  const width = view.resolve(entries.get('MissingWidth'))
  const program = ['FontFile2', 'FontFile3', 'FontFile'].map((key) => view.resolve(entries.get(key))).find(isStream)
  return {
    name,
    embedded: program !== undefined,
    bold: /bold|black|heavy|粗/i.test(name) || (flags & FORCE_BOLD) !== 0,
    symbolic: (flags & SYMBOLIC) !== 0,
    missingWidth: typeof width === 'number' ? width : 0,
    outlines: program && readProgram(() => decodeData(view, program)),
  }
}

/** A broken font costs its ink, not the page. */
function readProgram(decode: () => Uint8Array | undefined): Outlines | undefined {
  try {
    const bytes = decode()
    return bytes && openOutlines(bytes)
  } catch {
    return undefined
  }
}

/** Chinese programs write names in UTF-8 or GBK, byte by byte. */
function readableName(name: string): string {
  if (!/[\x80-\xff]/.test(name)) return name
  const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gbk').decode(bytes)
  }
}
