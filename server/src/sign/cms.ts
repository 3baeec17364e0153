import type { Crypto } from '../ports/crypto.ts'
import { digestIdentifier, OID, type StrongDigest, signatureIdentifier } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { der, derInteger, derOid, derSetOf, TAG } from './der.ts'
import { certificateTime } from './derTime.ts'
import type { SigningKey } from './key.ts'

/** An SM2 signature is one with SM3; a digest as long as the curve is wide (ETSI TS 119 312); else SHA-256 will do. */
function digestOf({ algorithm }: SigningKey, { curve }: Certificate): StrongDigest {
  if (algorithm === 'SM2') return 'SM3'
  return curve === 'P-384' ? 'SHA-384' : 'SHA-256'
}

interface CmsOptions {
  readonly signingTime?: Date
  readonly stamp?: ((signature: Uint8Array) => Promise<Uint8Array | undefined>) | undefined
}

/**
 * A detached CMS SignedData (RFC 5652) for PAdES B-B (ETSI EN 319 142-1): signed attributes contentType, messageDigest
 * and signingCertificateV2, and no signingTime, because PAdES keeps the claimed time in the signature dictionary.
 * @param certificate the key's own, already read
 * @param content the bytes that are signed
 * @param options.signingTime for CAdES B-B (ETSI EN 319 122-1), which has it among the signed attributes
 * @param options.stamp gives a timestamp token over the signature value, which makes it B-T
 */
export async function createCms(
  key: SigningKey,
  certificate: Certificate,
  content: Uint8Array,
  crypto: Crypto,
  { signingTime, stamp }: CmsOptions = {},
): Promise<Uint8Array> {
  const digest = digestOf(key, certificate)
  const contentDigest = await crypto.digest(digest, content)
  const certificateDigest = await crypto.digest(digest, certificate.bytes)
  const attributes = [
    attribute(OID.contentType, derOid(OID.data)),
    attribute(OID.messageDigest, der(TAG.octetString, contentDigest)),
    attribute(OID.signingCertificateV2, signingCertificate(digest, certificateDigest, certificate)),
    ...(signingTime ? [attribute(OID.signingTime, certificateTime(signingTime))] : []),
  ]
  // Signed as a SET, stored under the implicit tag [0] (RFC 5652 5.4).
  const signature = await key.sign(derSetOf(attributes), digest)
  const token = await stamp?.(signature)
  const signerInfo = der(
    TAG.sequence,
    derInteger(1),
    der(TAG.sequence, certificate.issuer, certificate.serial),
    digestIdentifier(digest),
    derSetOf(attributes, 0xa0),
    signatureIdentifier(key.algorithm, digest),
    der(TAG.octetString, signature),
    ...(token ? [derSetOf([attribute(OID.timestampToken, token)], 0xa1)] : []),
  )
  const signedData = der(
    TAG.sequence,
    derInteger(1),
    der(TAG.set, digestIdentifier(digest)),
    der(TAG.sequence, derOid(OID.data)),
    derSetOf(key.chain, 0xa0),
    der(TAG.set, signerInfo),
  )
  return der(TAG.sequence, derOid(OID.signedData), der(0xa0, signedData))
}

function attribute(oid: string, value: Uint8Array): Uint8Array {
  return der(TAG.sequence, derOid(oid), der(TAG.set, value))
}

/** ESSCertIDv2 (RFC 5035): SHA-256 is the default and therefore not written in DER. */
function signingCertificate(name: StrongDigest, digest: Uint8Array, { issuer, serial }: Certificate): Uint8Array {
  const issuerSerial = der(TAG.sequence, der(TAG.sequence, der(0xa4, issuer)), serial)
  const named = name === 'SHA-256' ? [] : [digestIdentifier(name)]
  const id = der(TAG.sequence, ...named, der(TAG.octetString, digest), issuerSerial)
  return der(TAG.sequence, der(TAG.sequence, id))
}
