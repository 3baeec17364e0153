import type { DigestName, SignatureAlgorithm } from '../ports/crypto.ts'
import { OID, readDigest, readSignatureAlgorithm, type StrongDigest } from './algorithms.ts'
import { readTime } from './certificate.ts'
import {
  children,
  type Der,
  DerError,
  der,
  expect,
  readOid,
  readSmallInteger,
  readWhole,
  sequence,
  sequenceOf,
  TAG,
} from './der.ts'
import { definite } from './indefinite.ts'

/** How the signer's certificate is named: by issuer and serial number, or by its subjectKeyIdentifier (RFC 5652 5.3). */
export type SignerId =
  | { readonly issuer: Uint8Array; readonly serial: Uint8Array }
  | { readonly keyIdentifier: Uint8Array }

/** A CMS SignedData with one signer, as PDF signatures and timestamp tokens are (RFC 5652; ETSI EN 319 142-1; RFC 3161). */
export interface Cms {
  /** DER of the certificates in the order in which they stand. */
  readonly certificates: readonly Uint8Array[]
  readonly signer: SignerId
  readonly digest: StrongDigest
  readonly algorithm: SignatureAlgorithm
  readonly signature: Uint8Array
  /** The attributes that are signed, with the tag of a SET as they are signed; without any the content itself is signed. */
  readonly signed: { readonly attributes: Uint8Array; readonly messageDigest: Uint8Array } | undefined
  /** Digest of the signer's certificate from signingCertificateV2; in a timestamp token also from signingCertificate. */
  readonly certificateDigest: { readonly digest: DigestName; readonly value: Uint8Array } | undefined
  /** What the signer claims (CAdES; PAdES keeps it in the signature dictionary). */
  readonly signingTime: Date | undefined
  /** Timestamp token over the signature value, DER, not looked into. */
  readonly timestamp: Uint8Array | undefined
}

/** SignedData and the data that it may sign: those of RFC 5652, and those of the national standard; never one of each. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  [OID.signedData]: OID.data,
  [OID.gmSignedData]: OID.gmData,
}

/**
 * Reads /Contents: the CMS and the zeros that pad it.
 * @throws DerError for anything but one strict spelling, AlgorithmError for what the policy refuses
 */
export function readCms(contents: Uint8Array): Cms {
  const [type, content] = sequenceOf(readPadded(contents), 2)
  const inner = CONTENT_TYPES[readOid(type)]
  if (!inner) throw new DerError('no SignedData')
  const { cms, embedded } = readSignedData(content, inner)
  // A signature over content of its own says nothing about the file around it.
  if (embedded) throw new DerError('embedded content')
  return cms
}

/**
 * The same for a CMS that carries what it signs, such as a timestamp token.
 * @param contentType what it must be
 */
export function readCmsWithContent(
  contents: Uint8Array,
  contentType: string,
): { readonly cms: Cms; readonly content: Uint8Array } {
  const [type, inner] = sequenceOf(readPadded(contents), 2)
  if (readOid(type) !== OID.signedData) throw new DerError('no SignedData')
  const { cms, embedded } = readSignedData(inner, contentType)
  if (embedded?.tag !== 0xa0) throw new DerError('no content')
  return { cms, content: expect(readWhole(embedded.content), TAG.octetString).content }
}

/** Padding that could carry anything would be the one part of the file that nobody signed. */
function readPadded(contents: Uint8Array): Der {
  const { der, length } = definite(contents)
  if (contents.subarray(length).some((byte) => byte !== 0)) throw new DerError('padding')
  return readWhole(der)
}

function readSignedData(content: Der | undefined, contentType: string): { cms: Cms; embedded: Der | undefined } {
  if (content?.tag !== 0xa0) throw new DerError('no SignedData')
  const [version, digests, encapsulated, ...rest] = sequence(readWhole(content.content))
  const [type, embedded, ...more] = sequence(encapsulated)
  if (more.length > 0 || readOid(type) !== contentType) throw new DerError('content type')
  const signers = rest.pop()
  const certificates = rest.find(({ tag }) => tag === 0xa0)
  if (!['', 'a0', 'a1', 'a0 a1'].includes(rest.map(({ tag }) => tag.toString(16)).join(' ')))
    throw new DerError('SignedData')
  const [signer, ...others] = children(expect(signers, TAG.set))
  if (!signer || others.length > 0) throw new DerError('one signer expected')
  const cms = readSigner(signer, contentType, certificates ? children(certificates).map(({ whole }) => whole) : [])
  const named = children(expect(digests, TAG.set)).map(readDigest)
  if (!named.includes(cms.digest)) throw new DerError('digest algorithms')
  // RFC 5652 5.1: 3 for content that is no plain data.
  const expected = Object.values(CONTENT_TYPES).includes(contentType) ? versionFor(cms.signer) : 3
  if (readSmallInteger(version) !== expected) throw new DerError('version')
  return { cms, embedded }
}

function readSigner(value: Der, contentType: string, certificates: readonly Uint8Array[]): Cms {
  const fields = [...sequence(value)]
  // The national standard leaves the attributes out more often than not; elsewhere a signature has them (ETSI EN 319 122-1).
  const attributes =
    contentType === OID.gmData && fields[3]?.tag !== 0xa0 ? undefined : expect(fields.splice(3, 1)[0], 0xa0)
  const [version, id, digestAlgorithm, signatureAlgorithm, signature, ...unsigned] = fields
  const digest = readDigest(digestAlgorithm)
  const algorithm = readSignatureAlgorithm(signatureAlgorithm, digest)
  if (algorithm.digest !== digest) throw new DerError('two digests')
  const signed = attributes ? readAttributes(attributes) : undefined
  if (signed && readOid(signed.get(OID.contentType)) !== contentType) throw new DerError('two content types')
  const signer = readSignerId(id)
  if (readSmallInteger(version) !== versionFor(signer)) throw new DerError('version')
  if (unsigned.length > 1 || (unsigned[0] && unsigned[0].tag !== 0xa1)) throw new DerError('SignerInfo')
  return {
    certificates,
    signer,
    digest,
    algorithm: algorithm.algorithm,
    signature: expect(signature, TAG.octetString).content,
    signed: attributes &&
      signed && {
        attributes: der(TAG.set, attributes.content),
        messageDigest: expect(signed.get(OID.messageDigest), TAG.octetString).content,
      },
    certificateDigest: signed && readCertificateDigest(signed, contentType),
    signingTime: signed?.has(OID.signingTime) ? readTime(signed.get(OID.signingTime)) : undefined,
    timestamp: unsigned[0] && readAttributes(unsigned[0]).get(OID.timestampToken)?.whole,
  }
}

/** Of SignedData and SignerInfo alike (RFC 5652 5.1, 5.3). */
function versionFor(signer: SignerId): number {
  return 'keyIdentifier' in signer ? 3 : 1
}

function readSignerId(id: Der | undefined): SignerId {
  if (id?.tag === 0x80) return { keyIdentifier: id.content }
  const [issuer, serial] = sequenceOf(id, 2)
  return { issuer: expect(issuer, TAG.sequence).whole, serial: expect(serial, TAG.integer).whole }
}

/** Attributes by type; each may stand once and with one value. */
function readAttributes(set: Der): ReadonlyMap<string, Der> {
  const attributes = new Map<string, Der>()
  for (const attribute of children(set)) {
    const [type, values, ...rest] = sequence(attribute)
    const [value, ...more] = children(expect(values, TAG.set))
    const oid = readOid(type)
    if (!value || more.length > 0 || rest.length > 0 || attributes.has(oid)) throw new DerError('attribute')
    attributes.set(oid, value)
  }
  return attributes
}

/** Whether a file is nothing but signed attributes: those of a signature elsewhere, which would then be one of this file. */
export function isAttributes(content: Uint8Array): boolean {
  try {
    return readAttributes(expect(readWhole(content), TAG.set)).has(OID.messageDigest)
  } catch {
    return false
  }
}

/** First ESSCertIDv2 (RFC 5035); SHA-256 where no algorithm is written. */
function readCertificateDigest(attributes: ReadonlyMap<string, Der>, contentType: string): Cms['certificateDigest'] {
  const value = attributes.get(OID.signingCertificateV2)
  // The older form names the certificate by its SHA-1. RFC 3161 knows no other, and its key signs all the same.
  const old = contentType === OID.timestampInfo ? attributes.get(OID.signingCertificate) : undefined
  if (!value && !old) return undefined
  const [ids] = sequence(value ?? old)
  const [first] = sequence(ids)
  const [head, ...rest] = sequence(first)
  if (head?.tag === TAG.octetString) return { digest: value ? 'SHA-256' : 'SHA-1', value: head.content }
  return { digest: readDigest(head), value: expect(rest[0], TAG.octetString).content }
}
