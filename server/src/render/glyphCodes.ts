import type { PdfFont } from 'pdfmake/js/PDFDocument.js'
import type { Paper } from './paper.ts'

/** Text in a font of the file. */
export interface EncodedText {
  readonly font: PdfFont
  /** Two bytes a glyph, as the content of a literal string (ISO 32000-1, 7.3.4.2); empty for what is invisible. */
  readonly codes: string
}

const ESCAPES: Readonly<Record<string, string>> = { '(': '\\(', ')': '\\)', '\\': '\\\\', '\r': '\\r' }

/** Encodes text for the fonts of one file. A document repeats few characters, so the code of each is kept. */
export function openGlyphCodes(paper: Paper): (face: string, text: string) => EncodedText {
  const faces = new Map<string, { readonly font: PdfFont; readonly codes: Map<string, string> }>()
  return (face, text) => {
    let known = faces.get(face)
    if (!known) {
      known = { font: paper.provideFont(face, false, false), codes: new Map() }
      faces.set(face, known)
    }
    const { font, codes } = known
    let encoded = ''
    for (const character of text) {
      let code = codes.get(character)
      if (code === undefined) {
        code = literal(font.encode(character)[0])
        codes.set(character, code)
      }
      encoded += code
    }
    return { font, codes: encoded }
  }
}

function literal(digits: readonly string[]): string {
  let bytes = ''
  for (const glyph of digits) {
    const number = Number.parseInt(glyph, 16)
    bytes += String.fromCharCode(number >> 8, number & 0xff)
  }
  return bytes.replace(/[()\\\r]/g, (character) => ESCAPES[character] as string)
}
