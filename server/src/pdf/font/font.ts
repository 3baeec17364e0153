import type { PdfView } from '../file.ts'
import { isDictionary, isReference, nameOf, type PdfDictionary, type PdfObject } from '../objects.ts'
import { openCompositeFont } from './compositeFont.ts'
import { openSimpleFont } from './simpleFont.ts'

/** Edges of ink in em from the pen position, y upward. */
export interface EmBox {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** One character code of a shown string. */
export interface FontCode {
  /** Empty when the font does not tell what the code stands for. */
  readonly text: string
  /** Advance in em. */
  readonly width: number
  /** The one-byte code 32, to which word spacing applies. */
  readonly isSpace: boolean
  /** Blackened area; undefined for blanks. */
  ink(): EmBox | undefined
  /** Whether `ink` comes from the outline in the file. */
  readonly inkKnown: boolean
}

/** A font of the file, as far as positions and characters depend on it. */
export interface PdfFont {
  /** PostScript name without the tag of a subset. */
  readonly name: string
  readonly embedded: boolean
  /** Named or flagged as bold. */
  readonly bold: boolean
  readonly vertical: boolean
  read(bytes: Uint8Array): readonly FontCode[]
}

/** Fonts of one file, each opened once. */
export interface FontCache {
  /** Undefined when the object is no font. */
  open(object: PdfObject): PdfFont | undefined
}

export function createFontCache(view: PdfView): FontCache {
  const known = new Map<number | PdfObject, PdfFont | undefined>()
  return {
    open(object) {
      const key = isReference(object) ? object.number : object
      if (!known.has(key)) {
        const dictionary = view.resolve(object)
        known.set(key, isDictionary(dictionary) ? openFont(view, dictionary) : undefined)
      }
      return known.get(key)
    },
  }
}

function openFont(view: PdfView, dictionary: PdfDictionary): PdfFont {
  return nameOf(view.resolve(dictionary.entries.get('Subtype'))) === 'Type0'
    ? openCompositeFont(view, dictionary)
    : openSimpleFont(view, dictionary)
}
