import { fromLatin1, latin1 } from '../pdf/lexer.ts'

/** A block of a PEM file (RFC 7468). */
export interface PemBlock {
  readonly label: string
  readonly bytes: Uint8Array
}

/** No two parts match the same characters, so that a hostile file takes no more time than its length. */
const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g

/** All blocks of a text, in their order; what stands between them is not looked at. Broken base64 is no block. */
export function readPem(bytes: Uint8Array): readonly PemBlock[] {
  const blocks: PemBlock[] = []
  for (const [, label = '', body = ''] of latin1(bytes).matchAll(BLOCK)) {
    try {
      blocks.push({ label, bytes: fromLatin1(atob(body.replace(/\s/g, ''))) })
    } catch {}
  }
  return blocks
}

/** Whether a file is text with at least one block, and no DER. */
export function isPem(bytes: Uint8Array): boolean {
  return bytes[0] !== 0x30 && readPem(bytes).length > 0
}

/** One block, in lines of 64 characters. */
export function toPem(label: string, bytes: Uint8Array): string {
  const lines = btoa(latin1(bytes)).match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.map((line) => `${line}\n`).join('')}-----END ${label}-----\n`
}
