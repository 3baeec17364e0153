import type { Crypto } from '../ports/crypto.ts'
import type { Certificate } from './certificate.ts'
import type { Cms, SignerId } from './cmsReader.ts'
import { sameBytes } from './der.ts'

/** The certificate that fits everything the signature says of it. */
export async function findSigner(
  { signer, certificateDigest }: Cms,
  certificates: readonly Certificate[],
  crypto: Crypto,
): Promise<Certificate | undefined> {
  for (const certificate of certificates) {
    if (!isNamed(signer, certificate)) continue
    if (!certificateDigest) return certificate
    const digest = await crypto.digest(certificateDigest.digest, certificate.bytes)
    if (sameBytes(digest, certificateDigest.value)) return certificate
  }
  return undefined
}

function isNamed(signer: SignerId, { issuer, serial, keyIdentifier }: Certificate): boolean {
  if ('keyIdentifier' in signer) return keyIdentifier !== undefined && sameBytes(signer.keyIdentifier, keyIdentifier)
  return sameBytes(signer.issuer, issuer) && sameBytes(signer.serial, serial)
}
