import type { LayoutFacts } from '../model/layoutFacts.ts'
import type { Profile } from '../profile/profile.ts'
import type { KeySource } from '../sign/openKey.ts'
import type { SealReport, SealSignatureReport } from '../sign/seal/report.ts'
import type { Preservation, Preserved } from '../sign/signAtLevel.ts'
import type { ValidationData } from '../sign/validationData.ts'
import type { Verdict } from '../sign/verdict.ts'
import type { Mm } from '../standard/units.ts'
import type { Edit } from '../text/edit.ts'
import type { Uri } from '../text/finding.ts'

/** Where a signature goes when the PDF has no empty field of ours. */
export interface VisiblePlace {
  /** 0-based. */
  readonly page: number
  /** Lower left corner and size in points, PDF coordinates. */
  readonly rect: readonly [x: number, y: number, width: number, height: number]
}

export interface SignRequest {
  readonly key: KeySource
  /** Name of the signature field; when absent the empty one of the organ, of the certificate's holder, or the first one. */
  readonly field?: string
  /** 署名 beside which to sign. */
  readonly organ?: string
  readonly place?: VisiblePlace
  /** PNG or SVG of a seal, or an electronic seal that the key's holder may use, instead of the drawn one. */
  readonly seal?: Uint8Array
  readonly reason?: string
  readonly location?: string
  /** What may still be changed afterwards: 1 nothing, 2 signing and filling in, 3 annotations too. */
  readonly certify?: 1 | 2 | 3
  /** 骑缝章 over the edges of all pages. */
  readonly straddle?: true
  /** Timestamp and validation data. */
  readonly preservation?: Preservation
}

export interface IdentityRequest {
  readonly name: string
  readonly organ?: string
  readonly password: string
  readonly days: number
  /** RSA-2048 when absent. */
  readonly algorithm?: 'RSA' | 'SM2'
}

export interface SealRequest {
  /** The maker's. */
  readonly key: KeySource
  readonly name: string
  /** DER certificates of those who may use it. */
  readonly holders: readonly Uint8Array[]
  /** The holders are named by digest only. */
  readonly digests: boolean
  readonly days: number
  /** Width of the picture in millimetres; by the organ's rank when absent. */
  readonly diameter?: number
  /** Bytes and height in millimetres of another picture than the drawn seal. */
  readonly picture?: { readonly bytes: Uint8Array; readonly height?: number }
  /** SVG for the middle of the drawn seal, in place of the star. */
  readonly emblem?: Uint8Array
}

/** What a viewer has and what it is about to show. */
export interface WantedPages {
  /** Keys of the pages that it has drawn, by page; '' where it has none. */
  readonly known: readonly string[]
  /** First and last page to be drawn, 0-based; all of them when absent. */
  readonly within?: { readonly first: number; readonly last: number }
}

export interface PaintedPages {
  readonly pages: readonly PaintedPage[]
  /** SVG path data of glyphs by the names that runs use; those that the viewer was sent with pages it has are left out. */
  readonly outlines: Readonly<Record<string, string>>
}

export interface PaintedPage {
  /** Equal key, equal picture. */
  readonly key: string
  readonly width: Mm
  readonly height: Mm
  /** From the lowest to the topmost. Missing when the viewer has the page somewhere, or does not show it. */
  readonly elements?: readonly PaintedElement[]
  /** Of each element where in the text it comes from, null for what has no place there. Missing for pages out of reach. */
  readonly sources?: readonly (readonly [section: number, start: number, end: number] | null)[]
}

/**
 * An SVG element, or a run of text; a number stands for the element at that place of what the viewer has drawn on this
 * page so far, none twice.
 */
export type PaintedElement = string | number | PaintedRun

/** An SVG path: the outlines of its glyphs one behind the other, each after a move to where its pen stands. */
export interface PaintedRun {
  readonly transform: string
  readonly fill: string
  /** Code name of the element of the 公文 that it prints. */
  readonly element: string
  /** The name of each glyph and its pen in 1/1000 em, in turn and between blanks. */
  readonly glyphs: string
}

/**
 * The heavy jobs behind one port, called in process or in a worker.
 * Every answer names the version it belongs to; a stale one is dropped.
 * What fails for a reason that the user can mend rejects with a `Failure` (text/failure.ts).
 */
export interface Press {
  update(uri: Uri, version: number, edits: readonly Edit[] | string, profile: Profile): void
  layout(uri: Uri, version: number, signal: AbortSignal): Promise<LayoutFacts>
  /** All pages; of those within reach what is drawn on them, as far as the viewer does not have it. */
  paint(uri: Uri, wanted: WantedPages, signal: AbortSignal): Promise<PaintedPages>
  /** The page that prints a place of a section, 0-based; undefined where nothing is printed. */
  pageOf(
    uri: Uri,
    place: { readonly section: number; readonly offset: number },
    signal: AbortSignal,
  ): Promise<number | undefined>
  /**
   * @param options.epoch seconds since 1970 for the file's dates: the same document and epoch give the same bytes.
   * @param options.separate an attachment that is sent by itself instead of the document: its index in
   * `LayoutFacts.separate`
   */
  pdf(
    uri: Uri,
    options: { readonly epoch: number; readonly attachSource: boolean; readonly separate?: number },
    signal: AbortSignal,
  ): Promise<Uint8Array>
  /** The notes tell of a timestamp or data that did not come about; the signature is there all the same. */
  sign(pdf: Uint8Array, request: SignRequest): Promise<Preserved>
  /** A document timestamp over a signed file, and validation data before it. */
  timestamp(pdf: Uint8Array, preservation: Preservation & { readonly tsa: string }): Promise<Preserved>
  /**
   * @param trusted DER certificates that the user trusts
   * @param data what the user has on chains and revocation
   */
  verify(pdf: Uint8Array, trusted: readonly Uint8Array[], data?: ValidationData): Promise<Verdict>
  /** A signature over any file, to stand beside it (CMS in DER). */
  signFile(content: Uint8Array, key: KeySource): Promise<Uint8Array>
  /** SHA-256 of the key's certificate, in hex. */
  fingerprint(key: KeySource): Promise<string>
  verifyFile(
    signature: Uint8Array,
    content: Uint8Array,
    trusted: readonly Uint8Array[],
    data?: ValidationData,
  ): Promise<Verdict>
  /** What a signed PDF and detached signatures carry for later verifiers. */
  proof(pdf: Uint8Array, signatures: readonly Uint8Array[]): Promise<ValidationData>
  /** The file as it was when the signature in this field was made. */
  revision(pdf: Uint8Array, field: string): Promise<Uint8Array>
  /** An electronic seal after GB/T 38540—2020. */
  newSeal(request: SealRequest): Promise<Uint8Array>
  readSeal(seal: Uint8Array, trusted: readonly Uint8Array[], data?: ValidationData): Promise<SealReport>
  /** A signature by seal over any bytes. */
  sealFile(seal: Uint8Array, content: Uint8Array, property: string, key: KeySource): Promise<Uint8Array>
  readSealed(
    signature: Uint8Array,
    content: Uint8Array,
    trusted: readonly Uint8Array[],
    data?: ValidationData,
  ): Promise<SealSignatureReport>
  /** A clearly marked test identity: a self-signed certificate in a P12, and the certificate alone as PEM. */
  identity(request: IdentityRequest): Promise<{ readonly p12: Uint8Array; readonly pem: string }>
  close(): Promise<void>
}
