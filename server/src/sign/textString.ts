import { fromLatin1 } from '../pdf/lexer.ts'
import type { PdfString } from '../pdf/objects.ts'

/** A PDF text string (ISO 32000-1 7.9.2.2) that shows Chinese in every reader: UTF-16BE with its mark. */
export function textString(text: string): PdfString {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff)
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i))
  return { kind: 'string', bytes, hex: true }
}

/** A text string of ISO 32000-1 7.9.2.2: UTF-16 or UTF-8 by its byte order mark, else taken for Latin-1. */
export function readTextString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3))
  return new TextDecoder('latin1').decode(bytes)
}

/**
 * A PDF date (7.9.4) in the zone `offset`, `D:20261123150405+08'00'`.
 * @param offset minutes east of UTC
 */
export function dateString(date: Date, offset: number): PdfString {
  const local = new Date(date.getTime() + offset * 60_000).toISOString().replace(/[-:T]/g, '').slice(0, 14)
  const minutes = Math.abs(offset)
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(minutes / 60)}'${two(minutes % 60)}'`
  return { kind: 'string', bytes: fromLatin1(`D:${local}${zone}`), hex: false }
}

/** The moment that a PDF date names, or undefined when it is none. */
export function readDate(text: string): Date | undefined {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text)
  if (!parts) return undefined
  const number = (index: number, otherwise: number): number => Number(parts[index] ?? otherwise)
  const utc = Date.UTC(number(1, 0), number(2, 1) - 1, number(3, 1), number(4, 0), number(5, 0), number(6, 0))
  const shift = (number(8, 0) * 60 + number(9, 0)) * 60_000
  return new Date(utc - (parts[7] === '-' ? -shift : shift))
}
