import type { Crypto } from '../ports/crypto.ts'
import { canonicalText } from './canonicalText.ts'
import type { DocumentDigest } from './entry.ts'

export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Digests of a document, by which an entry says what it is about. */
export async function digestDocument(source: string, crypto: Crypto): Promise<DocumentDigest> {
  const bytes = new TextEncoder().encode(canonicalText(source))
  const [sha256, sm3] = await Promise.all([crypto.digest('SHA-256', bytes), crypto.digest('SM3', bytes)])
  return { sha256: hex(sha256), sm3: hex(sm3) }
}

export function isSameDocument(a: DocumentDigest, b: DocumentDigest): boolean {
  return a.sha256 === b.sha256 && a.sm3 === b.sm3
}
