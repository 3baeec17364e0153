import type { DigestName, SignatureAlgorithm } from '../ports/crypto.ts'
import {
  type Der,
  DerError,
  der,
  derInteger,
  derOid,
  readOid,
  readSmallInteger,
  readWhole,
  sequence,
  sequenceOf,
  TAG,
} from './der.ts'

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  mgf1: '1.2.840.113549.1.1.8',
  ecPublicKey: '1.2.840.10045.2.1',
  sm2: '1.2.156.10197.1.301',
  sm2WithSm3: '1.2.156.10197.1.501',
  /** contentType of the national standard's own CMS (GB/T 35275—2017, before GM/T 0010). */
  gmData: '1.2.156.10197.6.1.4.2.1',
  gmSignedData: '1.2.156.10197.6.1.4.2.2',
} as const

/** Digests that are allowed in a signature; MD5 and SHA-1 can be forged and are not. */
export type StrongDigest = Exclude<DigestName, 'SHA-1'>

const DIGESTS: Readonly<Record<string, StrongDigest>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
  '1.2.156.10197.1.401': 'SM3',
}
const WEAK: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'MD5',
  '1.3.14.3.2.26': 'SHA-1',
  '1.2.840.113549.1.1.4': 'MD5',
  '1.2.840.113549.1.1.5': 'SHA-1',
  '1.2.840.10045.4.1': 'SHA-1',
}
const SIGNATURES: Readonly<Record<string, { algorithm: SignatureAlgorithm; digest: StrongDigest }>> = {
  '1.2.840.113549.1.1.11': { algorithm: 'RSA-PKCS1', digest: 'SHA-256' },
  '1.2.840.113549.1.1.12': { algorithm: 'RSA-PKCS1', digest: 'SHA-384' },
  '1.2.840.113549.1.1.13': { algorithm: 'RSA-PKCS1', digest: 'SHA-512' },
  '1.2.840.10045.4.3.2': { algorithm: 'ECDSA', digest: 'SHA-256' },
  '1.2.840.10045.4.3.3': { algorithm: 'ECDSA', digest: 'SHA-384' },
  '1.2.840.10045.4.3.4': { algorithm: 'ECDSA', digest: 'SHA-512' },
  [OID.sm2WithSm3]: { algorithm: 'SM2', digest: 'SM3' },
  // GB/T 35276—2017 clause 5: the SM2 signature, which the national CMS names beside the digest.
  '1.2.156.10197.1.301.1': { algorithm: 'SM2', digest: 'SM3' },
}

/** An algorithm that the policy refuses or that is not known here; `label` names it for people. */
export class AlgorithmError extends Error {
  override readonly name = 'AlgorithmError'
  constructor(
    readonly weak: boolean,
    readonly label: string,
  ) {
    super(label)
  }
}

function refuse(oid: string): never {
  const weak = WEAK[oid]
  throw new AlgorithmError(weak !== undefined, weak ?? oid)
}

/** `AlgorithmIdentifier` of a digest. */
export function readDigest(value: Der | undefined): StrongDigest {
  const [oid, parameters, ...rest] = sequence(value)
  const dotted = readOid(oid)
  requireNull(parameters, rest)
  return DIGESTS[dotted] ?? refuse(dotted)
}

/**
 * `AlgorithmIdentifier` of a signature.
 * @param digest the digest named beside it, for identifiers that do not name one
 */
export function readSignatureAlgorithm(
  value: Der | undefined,
  digest?: StrongDigest,
): { readonly algorithm: SignatureAlgorithm; readonly digest: StrongDigest } {
  const [oid, parameters, ...rest] = sequence(value)
  const dotted = readOid(oid)
  if (dotted === OID.rsaPss && rest.length === 0) return { algorithm: 'RSA-PSS', digest: readPss(parameters) }
  requireNull(parameters, rest)
  if (dotted === OID.rsa && digest) return { algorithm: 'RSA-PKCS1', digest }
  return SIGNATURES[dotted] ?? refuse(dotted)
}

function requireNull(parameters: Der | undefined, rest: readonly Der[]): void {
  const empty = parameters === undefined || (parameters.tag === TAG.null && parameters.content.length === 0)
  if (!empty || rest.length > 0) throw new DerError('algorithm parameters')
}

/** RSASSA-PSS-params: one digest throughout, salt as long as it, as RFC 8933 and ETSI TS 119 312 recommend. */
function readPss(value: Der | undefined): StrongDigest {
  const [hash, mask, salt] = sequenceOf(value, 3)
  if (hash?.tag !== 0xa0) throw new AlgorithmError(true, 'SHA-1')
  const digest = readDigest(inner(hash))
  if (digest === 'SM3' || mask?.tag !== 0xa1 || salt?.tag !== 0xa2) throw new AlgorithmError(false, 'RSA-PSS')
  const [maskOid, maskDigest] = sequenceOf(inner(mask), 2)
  const fits = readOid(maskOid) === OID.mgf1 && readDigest(maskDigest) === digest
  if (!fits || readSmallInteger(inner(salt)) !== Number(digest.slice(4)) / 8) throw new AlgorithmError(false, 'RSA-PSS')
  return digest
}

function inner(value: Der): Der {
  return readWhole(value.content)
}

/** `AlgorithmIdentifier` of a digest, parameters NULL. */
export function digestIdentifier(digest: StrongDigest): Uint8Array {
  const oid = Object.keys(DIGESTS).find((key) => DIGESTS[key] === digest) as string
  return der(TAG.sequence, derOid(oid), der(TAG.null))
}

/** `AlgorithmIdentifier` of a signature in a SignerInfo, where the digest stands beside it. */
export function signatureIdentifier(algorithm: SignatureAlgorithm, digest: StrongDigest): Uint8Array {
  switch (algorithm) {
    case 'RSA-PKCS1':
      return der(TAG.sequence, derOid(OID.rsa), der(TAG.null))
    case 'RSA-PSS':
      return pssIdentifier(digest)
    // These have no parameters (RFC 5758 3.2; GB/T 35276—2017 clause 5).
    case 'ECDSA':
      return der(TAG.sequence, derOid(signatureOid('ECDSA', digest)))
    case 'SM2':
      return der(TAG.sequence, derOid(OID.sm2WithSm3))
  }
}

function signatureOid(algorithm: SignatureAlgorithm, digest: StrongDigest): string {
  return Object.keys(SIGNATURES).find(
    (key) => SIGNATURES[key]?.algorithm === algorithm && SIGNATURES[key]?.digest === digest,
  ) as string
}

/** RSASSA-PSS with one digest throughout and a salt as long as it (RFC 4055 3.1). */
function pssIdentifier(digest: StrongDigest): Uint8Array {
  const hash = digestIdentifier(digest)
  const mask = der(TAG.sequence, derOid(OID.mgf1), hash)
  const salt = derInteger(Number(digest.slice(4)) / 8)
  const parameters = der(TAG.sequence, der(0xa0, hash), der(0xa1, mask), der(0xa2, salt))
  return der(TAG.sequence, derOid(OID.rsaPss), parameters)
}
