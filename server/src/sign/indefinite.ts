import { DerError, der, readDer } from './der.ts'

/** NSS wraps a SignedData five deep; nothing else needs this form. */
const DEEPEST = 8

/** A SignedData has six parts; certificates are the only ones of which there are several. */
const MOST_PARTS = 256

/**
 * The DER of a CMS whose outer values have indefinite lengths (X.690 8.1.3.6), as NSS writes them for poppler and
 * LibreOffice. PDF asks for DER (ISO 32000-1 12.8.3.3.1), but every reader takes such a signature. Only the wrappers are
 * rewritten, each of which has one spelling; what they hold is left for the strict reader.
 * @returns the DER, and how many bytes it was read from
 */
export function definite(bytes: Uint8Array, depth = 0): { readonly der: Uint8Array; readonly length: number } {
  if (!isIndefinite(bytes)) {
    const { whole } = readDer(bytes)
    return { der: whole, length: whole.length }
  }
  const tag = bytes[0] as number
  if ((tag & 0x20) === 0 || (tag & 0x1f) === 0x1f || depth === DEEPEST) throw new DerError('indefinite length')
  const parts: Uint8Array[] = []
  let at = 2
  while (bytes[at] !== 0 || bytes[at + 1] !== 0) {
    if (parts.length === MOST_PARTS) throw new DerError('indefinite length')
    const part = definite(bytes.subarray(at), depth + 1)
    parts.push(part.der)
    at += part.length
  }
  return { der: der(tag, ...parts), length: at + 2 }
}

/** Whether the value at the start of `bytes` has no length of its own and ends with a mark. */
export function isIndefinite(bytes: Uint8Array): boolean {
  return bytes[1] === 0x80
}
