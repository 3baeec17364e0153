/** An electronic seal (SESeal of GB/T 38540—2020 clause 6, version 4) as data. */
export interface Seal {
  readonly bytes: Uint8Array
  /** DER of what its maker signed. */
  readonly signed: Uint8Array
  /** Of the maker's program. */
  readonly vendor: string
  readonly id: string
  /** The standard leaves the meaning of the numbers to whoever makes seals. */
  readonly kind: number
  readonly name: string
  readonly holders: SealHolders
  readonly created: Date
  readonly validFrom: Date
  readonly validTo: Date
  readonly picture: SealPicture
  readonly extensions: readonly SealExtension[]
  /** DER of the maker's certificate. */
  readonly maker: Uint8Array
  readonly algorithm: string
  readonly signature: Uint8Array
}

/** Who may use the seal: certificates, or digests of certificates (certListType 1 and 2). */
export type SealHolders =
  | { readonly kind: 'certificates'; readonly list: readonly Uint8Array[] }
  | { readonly kind: 'digests'; readonly list: readonly { readonly type: string; readonly value: Uint8Array }[] }

export interface SealPicture {
  /** PNG, SVG, OFD and others, in the spelling of the file. */
  readonly type: string
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** What a maker adds of his own. */
export interface SealExtension {
  readonly oid: string
  readonly critical: boolean
  readonly value: Uint8Array
}

/** The one version that GB/T 38540—2020 has. */
export const SEAL_VERSION = 4
/** Begins every seal. */
export const SEAL_MARK = 'ES'
