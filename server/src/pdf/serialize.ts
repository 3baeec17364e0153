import { hex } from '../text/hex.ts'
import { fromLatin1 } from './lexer.ts'
import type { PdfArray, PdfDictionary, PdfObject, PdfStream, PdfString, PdfVerbatim } from './objects.ts'

/** Collects bytes and knows how many there are. */
export interface Sink {
  readonly length: number
  text(text: string): void
  bytes(bytes: Uint8Array): void
  /** Where a verbatim object came to stand. */
  readonly marks: Map<string, number>
  whole(): Uint8Array
}

/** @param start place in the file of the first byte that is collected */
export function createSink(start: number): Sink {
  const pieces: Uint8Array[] = []
  let length = 0
  const bytes = (piece: Uint8Array): void => {
    pieces.push(piece)
    length += piece.length
  }
  return {
    get length() {
      return start + length
    },
    bytes,
    text: (text) => bytes(fromLatin1(text)),
    marks: new Map(),
    whole: () => {
      const whole = new Uint8Array(length)
      let at = 0
      for (const piece of pieces) {
        whole.set(piece, at)
        at += piece.length
      }
      return whole
    },
  }
}

type Composite = PdfVerbatim | PdfArray | PdfDictionary | PdfStream

/** Writes an object as PDF syntax (ISO 32000-1 7.3). */
export function serialize(object: PdfObject, sink: Sink): void {
  if (object === null || typeof object === 'boolean') sink.text(String(object))
  else if (typeof object === 'number') sink.text(formatNumber(object))
  else if (object.kind === 'name') sink.text(formatName(object.name))
  else if (object.kind === 'string') sink.text(formatString(object))
  else if (object.kind === 'reference') sink.text(`${object.number} ${object.generation} R`)
  else serializeComposite(object, sink)
}

function serializeComposite(object: Composite, sink: Sink): void {
  switch (object.kind) {
    case 'verbatim':
      sink.marks.set(object.mark, sink.length)
      sink.bytes(object.bytes)
      break
    case 'array':
      sink.text('[')
      object.items.forEach((item, index) => {
        if (index > 0) sink.text(' ')
        serialize(item, sink)
      })
      sink.text(']')
      break
    case 'dictionary':
      sink.text('<<')
      for (const [key, value] of object.entries) {
        sink.text(`${formatName(key)} `)
        serialize(value, sink)
        sink.text('\n')
      }
      sink.text('>>')
      break
    case 'stream':
      serialize(object.dictionary, sink)
      sink.text('\nstream\n')
      sink.bytes(object.data)
      sink.text('\nendstream')
      break
  }
}

/** PDF knows no exponents. */
function formatNumber(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text
}

function formatName(text: string): string {
  const escaped = text.replace(
    /[^!-~]|[#()<>[\]{}/%]/g,
    (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return `/${escaped}`
}

function formatString({ bytes, hex: inHex }: PdfString): string {
  if (inHex) return `<${hex(bytes)}>`
  const body = [...bytes].map((byte) => {
    if (byte === 0x28 || byte === 0x29 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`
    return byte < 32 || byte > 126 ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte)
  })
  return `(${body.join('')})`
}
