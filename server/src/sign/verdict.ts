import type { Finding, Message } from '../text/finding.ts'

/** What can be said of one signature. */
export interface SignatureVerdict {
  /** Empty for a signature that stands in a file of its own. */
  readonly field: string
  /** Common name of the certificate's holder. */
  readonly signer: string
  /** SHA-256 of the certificate, in hex; of a signature beside its file. */
  readonly certificate?: string
  readonly integrity: 'ok' | 'broken'
  /** `whole`: all bytes of the file; `revision`: all bytes of an earlier revision; `partial`: bytes are left out. */
  readonly coverage: 'whole' | 'revision' | 'partial'
  readonly changesAfter: 'none' | 'allowed' | 'forbidden'
  readonly level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA' | 'other'
  readonly time?: { readonly at: string; readonly from: 'timestamp' | 'claimed' }
  readonly trust: 'trusted' | 'untrusted' | 'revoked' | 'expired' | 'unknown'
  /** Whether the certificate is that of the organ in whose 署名 the field stands; absent for fields of other programs. */
  readonly matchesSignatory?: boolean
  /** Which saving of the file was signed, from 1; absent when the signature fits none. */
  readonly revision?: number
  /** What each saving after it did, oldest first. */
  readonly later: readonly LaterChange[]
  /** A document timestamp: nobody's consent, only the word of an authority that the file was there. */
  readonly documentTimestamp?: true
  readonly problems: readonly Finding[]
}

/** One thing that a later saving did. */
export interface LaterChange {
  /** From 1. */
  readonly revision: number
  readonly allowed: boolean
  readonly text: Message
}

/** No signature at all: `valid: false`, problem `unsigned`, exit 1. Any byte outside all signatures' coverage or a forbidden change: `valid: false`. */
export interface Verdict {
  readonly valid: boolean
  readonly trusted: boolean
  /** How many times the file was saved, the first time included; 0 for one that cannot be read. */
  readonly revisions: number
  readonly signatures: readonly SignatureVerdict[]
  readonly problems: readonly Finding[]
}
