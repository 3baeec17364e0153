/** Hash functions that signatures name; SM3 is GB/T 32905—2016. */
export type DigestName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SM3'
export type SignatureAlgorithm = 'RSA-PKCS1' | 'RSA-PSS' | 'ECDSA' | 'SM2'

/** Hashing and raw signatures; asynchronous as WebCrypto is. Keys are DER: SubjectPublicKeyInfo and PKCS#8. */
export interface Crypto {
  digest(name: DigestName, bytes: Uint8Array): Promise<Uint8Array>
  sign(
    privateKey: Uint8Array,
    algorithm: SignatureAlgorithm,
    digest: DigestName,
    bytes: Uint8Array,
  ): Promise<Uint8Array>
  /** SubjectPublicKeyInfo of a private key; undefined for what is no key that is known here. */
  publicKeyOf(privateKey: Uint8Array): Promise<Uint8Array | undefined>
  /** False for a wrong signature and for a key that the algorithm cannot use. */
  verify(
    publicKey: Uint8Array,
    algorithm: SignatureAlgorithm,
    digest: DigestName,
    signature: Uint8Array,
    bytes: Uint8Array,
  ): Promise<boolean>
}
