import { visibleText } from '../text/visible.ts'
import { OID } from './algorithms.ts'
import {
  children,
  type Der,
  DerError,
  expect,
  readBits,
  readOid,
  readSmallInteger,
  readWhole,
  sequence,
  TAG,
} from './der.ts'

type KeyKind = 'RSA' | 'EC' | 'SM2' | 'other'

/** What signing and verifying need to know of an X.509 certificate (RFC 5280). */
export interface Certificate {
  readonly bytes: Uint8Array
  /** The signed part, and the signature over it. */
  readonly signed: Uint8Array
  readonly signatureAlgorithm: Der
  readonly signature: Uint8Array
  /** DER of the names, for comparison. */
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  /** By which a signature may name it; absent in certificates without the extension. */
  readonly keyIdentifier: Uint8Array | undefined
  /** INTEGER, tag and length included. */
  readonly serial: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array
  readonly keyKind: KeyKind
  /** Bits of an RSA modulus. */
  readonly keyBits: number | undefined
  /** Of an EC key, when it is one that signatures may use. */
  readonly curve: 'P-256' | 'P-384' | undefined
  /** For people: nothing in it is invisible. */
  readonly commonName: string
  readonly organs: readonly string[]
  readonly organUnits: readonly string[]
  /** Extended key usages; absent: any. */
  readonly purposes: readonly string[] | undefined
  /** Absent: any use. */
  readonly usage: { readonly sign: boolean; readonly certify: boolean; readonly revoke: boolean } | undefined
  readonly authority: { readonly pathLength: number | undefined } | undefined
  /** Addresses at which the issuer answers for it. */
  readonly services: {
    readonly ocsp: readonly string[]
    readonly issuers: readonly string[]
    readonly crls: readonly string[]
  }
  /** Critical extensions that are not understood here. */
  readonly unknownCritical: readonly string[]
}

/** @throws DerError for what is no certificate */
export function readCertificate(bytes: Uint8Array): Certificate {
  const [signed, signatureAlgorithm, signature] = sequence(readWhole(bytes))
  const fields = [...sequence(signed)]
  if (fields[0]?.tag === 0xa0) fields.shift()
  const [serial, innerAlgorithm, issuer, validity, subject, publicKey, ...optional] = fields
  if (!signed || !signatureAlgorithm || !innerAlgorithm) throw new DerError('certificate')
  const [notBefore, notAfter] = sequence(validity)
  const subjectNames = readNames(expect(subject, TAG.sequence))
  const extensions = readExtensions(optional.find(({ tag }) => tag === 0xa3))
  return {
    bytes,
    signed: signed.whole,
    signatureAlgorithm,
    signature: readBits(signature),
    issuer: expect(issuer, TAG.sequence).whole,
    subject: expect(subject, TAG.sequence).whole,
    serial: expect(serial, TAG.integer).whole,
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    publicKey: expect(publicKey, TAG.sequence).whole,
    ...readKey(expect(publicKey, TAG.sequence)),
    commonName: visibleText(
      subjectNames.get('2.5.4.3')?.at(-1) || subjectNames.get('2.5.4.10')?.at(-1) || '（证书没有写名称）',
    ),
    organs: subjectNames.get('2.5.4.10') ?? [],
    organUnits: subjectNames.get('2.5.4.11') ?? [],
    ...extensions,
  }
}

const CURVES: Readonly<Record<string, Certificate['curve']>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
}

function readKey(publicKey: Der): Pick<Certificate, 'keyKind' | 'keyBits' | 'curve'> {
  const [algorithm, key] = sequence(publicKey)
  const [oid, parameters] = sequence(algorithm)
  switch (readOid(oid)) {
    case OID.rsa:
    case OID.rsaPss: {
      const [modulus] = sequence(readWhole(readBits(key)))
      return { keyKind: 'RSA', keyBits: bitsOf(expect(modulus, TAG.integer).content), curve: undefined }
    }
    case OID.ecPublicKey: {
      const named = parameters?.tag === TAG.oid ? readOid(parameters) : ''
      return { keyKind: named === OID.sm2 ? 'SM2' : 'EC', keyBits: undefined, curve: CURVES[named] }
    }
    default:
      return { keyKind: 'other', keyBits: undefined, curve: undefined }
  }
}

function bitsOf(integer: Uint8Array): number {
  const first = integer.findIndex((byte) => byte !== 0)
  return first < 0 ? 0 : (integer.length - first) * 8 - Math.clz32(integer[first] as number) + 24
}

function readNames(name: Der): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const set of children(name))
    for (const pair of children(expect(set, TAG.set))) {
      const [oid, value] = sequence(pair)
      const key = readOid(oid)
      names.set(key, [...(names.get(key) ?? []), readText(value)])
    }
  return names
}

function readText(value: Der | undefined): string {
  if (!value) throw new DerError('name')
  if (value.tag === TAG.bmp) return new TextDecoder('utf-16be').decode(value.content)
  // Old Chinese certificates put GBK or UTF-8 bytes into T61String; UTF-8 is tried, the rest shown as it is.
  return new TextDecoder(value.tag === TAG.printable || value.tag === TAG.ia5 ? 'latin1' : 'utf-8').decode(
    value.content,
  )
}

/** UTCTime or GeneralizedTime in the form of RFC 5280 4.1.2.5. */
export function readTime(value: Der | undefined): Date {
  if (value?.tag !== TAG.utcTime && value?.tag !== TAG.generalizedTime) throw new DerError('time')
  const text = new TextDecoder('latin1').decode(value.content)
  const long = value.tag === TAG.generalizedTime ? text : `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}`
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(long)
  if (!parts) throw new DerError('time')
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}

const BASIC_CONSTRAINTS = '2.5.29.19'
const KEY_USAGE = '2.5.29.15'
const KEY_IDENTIFIER = '2.5.29.14'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const AUTHORITY_ACCESS = '1.3.6.1.5.5.7.1.1'
const CRL_POINTS = '2.5.29.31'
/** Read, or without effect on whether a signature is good: key identifiers, alternative names, policies. */
const UNDERSTOOD = new Set([
  BASIC_CONSTRAINTS,
  KEY_USAGE,
  EXTENDED_KEY_USAGE,
  KEY_IDENTIFIER,
  '2.5.29.35',
  '2.5.29.17',
  '2.5.29.32',
])

function readExtensions(
  value: Der | undefined,
): Pick<Certificate, 'keyIdentifier' | 'purposes' | 'usage' | 'authority' | 'services' | 'unknownCritical'> {
  let keyIdentifier: Certificate['keyIdentifier']
  let purposes: Certificate['purposes']
  let usage: Certificate['usage']
  let authority: Certificate['authority']
  let services: Certificate['services'] = { ocsp: [], issuers: [], crls: [] }
  const unknownCritical: string[] = []
  for (const extension of value ? sequence(children(value)[0]) : []) {
    const parts = sequence(extension)
    const oid = readOid(parts[0])
    const critical = parts.length === 3 && parts[1]?.content[0] === 0xff
    const content = readWhole(expect(parts.at(-1), TAG.octetString).content)
    if (oid === KEY_IDENTIFIER) keyIdentifier = expect(content, TAG.octetString).content
    else if (oid === KEY_USAGE) usage = readUsage(content)
    else if (oid === EXTENDED_KEY_USAGE) purposes = sequence(content).map(readOid)
    else if (oid === BASIC_CONSTRAINTS) authority = readAuthority(content)
    else if (oid === AUTHORITY_ACCESS) services = { ...services, ...readAccess(content) }
    else if (oid === CRL_POINTS) services = { ...services, crls: readPoints(content) }
    else if (critical && !UNDERSTOOD.has(oid)) unknownCritical.push(oid)
  }
  return { keyIdentifier, purposes, usage, authority, services, unknownCritical }
}

function readUsage(value: Der): NonNullable<Certificate['usage']> {
  const bits = expect(value, TAG.bitString).content[1] ?? 0
  // digitalSignature is the first bit, nonRepudiation the second, keyCertSign the sixth, cRLSign the seventh.
  return { sign: (bits & 0xc0) !== 0, certify: (bits & 0x04) !== 0, revoke: (bits & 0x02) !== 0 }
}

function readAuthority(value: Der): Certificate['authority'] {
  const [flag, length] = sequence(value)
  if (flag?.tag !== TAG.boolean || flag.content[0] !== 0xff) return undefined
  return { pathLength: length ? readSmallInteger(length) : undefined }
}

/** uniformResourceIdentifier of a GeneralName. */
const URI = 0x86

function textOf({ content }: Der): string {
  return new TextDecoder('latin1').decode(content)
}

function readAccess(value: Der): Pick<Certificate['services'], 'ocsp' | 'issuers'> {
  const found = sequence(value).flatMap((description) => {
    const [method, place] = sequence(description)
    return place?.tag === URI ? [{ method: readOid(method), address: textOf(place) }] : []
  })
  const by = (wanted: string): readonly string[] =>
    found.flatMap(({ method, address }) => (method === wanted ? [address] : []))
  return { ocsp: by('1.3.6.1.5.5.7.48.1'), issuers: by('1.3.6.1.5.5.7.48.2') }
}

/** Names in full, of lists for all reasons. */
function readPoints(value: Der): readonly string[] {
  return sequence(value).flatMap((point) => {
    const [place, ...others] = sequence(point)
    const name = place?.tag === 0xa0 && others.length === 0 ? children(place)[0] : undefined
    return name?.tag === 0xa0 ? children(name).flatMap((each) => (each.tag === URI ? [textOf(each)] : [])) : []
  })
}
