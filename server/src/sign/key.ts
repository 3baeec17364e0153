import type { DigestName, SignatureAlgorithm } from '../ports/crypto.ts'

/** A signing key behind one face: a P12, an external command and a UKey look alike. */
export interface SigningKey {
  /** DER certificates, the signer's own first. */
  readonly chain: readonly Uint8Array[]
  readonly algorithm: SignatureAlgorithm
  /** DER of the signed attributes in, raw signature out. */
  sign(signedAttributes: Uint8Array, digest: Exclude<DigestName, 'SHA-1'>): Promise<Uint8Array>
}
