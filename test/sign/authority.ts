import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { nodeCrypto } from '../../server/src/node/crypto.ts'
import { type Certificate, readCertificate } from '../../server/src/sign/certificate.ts'
import { der, derInteger, derOid, readBits, readWhole, sequence, TAG } from '../../server/src/sign/der.ts'
import { generalizedTime } from '../../server/src/sign/derTime.ts'

/** Certificates, revocation lists and OCSP answers written by hand, so that each may have any one fault. */
export interface Holder {
  readonly certificate: Certificate
  readonly key: KeyObject
}

export type Curve = 'P-256' | 'P-384' | 'P-521'
type Bytes = Uint8Array

const seq = (...parts: readonly Bytes[]): Bytes => der(TAG.sequence, ...parts)
const octets = (bytes: Bytes): Bytes => der(TAG.octetString, bytes)
const bits = (bytes: Bytes): Bytes => der(TAG.bitString, Uint8Array.of(0), bytes)
const TRUE = der(TAG.boolean, Uint8Array.of(0xff))

export function extension(oid: string, value: Bytes, critical = true): Bytes {
  return seq(derOid(oid), ...(critical ? [TRUE] : []), octets(value))
}

/** keyUsage by its first octet. */
export const usage = (octet: number): Bytes => extension('2.5.29.15', der(TAG.bitString, Uint8Array.of(0, octet)))
export const AUTHORITY = extension('2.5.29.19', seq(TRUE))
export const purpose = (oid: string): Bytes => extension('2.5.29.37', seq(derOid(oid)))
export const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'

function nameOf(name: string): Bytes {
  return seq(der(TAG.set, seq(derOid('2.5.4.3'), der(TAG.utf8, new TextEncoder().encode(name)))))
}

const DAY = 86_400_000
/** In the middle of all that is made here. */
export const NOW = new Date('2026-06-15T00:00:00Z')
export const days = (count: number): Date => new Date(NOW.getTime() + count * DAY)
let serial = 100

interface Issue {
  readonly by?: Holder
  readonly extensions?: readonly Bytes[]
  readonly until?: Date
  readonly rsa?: number
  readonly curve?: Curve
}

export function issue(name: string, { by, extensions = [], until = days(300), rsa, curve }: Issue = {}): Holder {
  const { publicKey, privateKey } = rsa
    ? generateKeyPairSync('rsa', { modulusLength: rsa })
    : generateKeyPairSync('ec', { namedCurve: curve ?? 'P-256' })
  const issuer = by?.certificate.subject ?? nameOf(name)
  const signed = [
    der(0xa0, derInteger(2)),
    derInteger(serial++),
    algorithmOf(by?.key ?? privateKey),
    issuer,
    seq(generalizedTime(days(-300)), generalizedTime(until)),
    nameOf(name),
    new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    ...(extensions.length > 0 ? [der(0xa3, seq(...extensions))] : []),
  ]
  return { certificate: readCertificate(signedBy(by?.key ?? privateKey, signed)), key: privateKey }
}

/** Sha256 with the key's algorithm. */
function algorithmOf({ asymmetricKeyType }: KeyObject): Bytes {
  return asymmetricKeyType === 'rsa'
    ? seq(derOid('1.2.840.113549.1.1.11'), der(TAG.null))
    : seq(derOid('1.2.840.10045.4.3.2'))
}

function signedBy(key: KeyObject, parts: readonly Bytes[], ...rest: readonly Bytes[]): Bytes {
  const body = seq(...parts)
  return seq(body, algorithmOf(key), bits(new Uint8Array(sign('sha256', body, key))), ...rest)
}

export interface Entry {
  readonly of: Holder
  readonly since: Date
  readonly extensions?: readonly Bytes[]
}

/** A list of revoked certificates, good from yesterday to the day after tomorrow. */
export function list(by: Holder, entries: readonly Entry[], extensions: readonly Bytes[] = []): Bytes {
  const lines = entries.map(({ of, since, extensions = [] }) =>
    seq(of.certificate.serial, generalizedTime(since), ...(extensions.length > 0 ? [seq(...extensions)] : [])),
  )
  return signedBy(by.key, [
    derInteger(1),
    algorithmOf(by.key),
    by.certificate.subject,
    generalizedTime(days(-1)),
    generalizedTime(days(2)),
    ...(lines.length > 0 ? [seq(...lines)] : []),
    ...(extensions.length > 0 ? [der(0xa0, seq(...extensions))] : []),
  ])
}

/** An answer that somebody was good today, and in the same answer that he had been revoked since some day. */
export async function answer(
  of: Holder,
  issuer: Holder,
  by: Holder,
  producedAt = NOW,
  alsoRevoked?: Date,
): Promise<Bytes> {
  const [, key] = sequence(readWhole(issuer.certificate.publicKey))
  const id = seq(
    seq(derOid('2.16.840.1.101.3.4.2.1')),
    octets(await nodeCrypto.digest('SHA-256', issuer.certificate.subject)),
    octets(await nodeCrypto.digest('SHA-256', readBits(key))),
    of.certificate.serial,
  )
  const period = [generalizedTime(days(-1)), der(0xa0, generalizedTime(days(2)))]
  const states = [
    seq(id, der(0x80), ...period),
    ...(alsoRevoked ? [seq(id, der(0xa1, generalizedTime(alsoRevoked)), ...period)] : []),
  ]
  const parts = [der(0xa1, by.certificate.subject), generalizedTime(producedAt), seq(...states)]
  const basic = signedBy(by.key, parts, der(0xa0, seq(by.certificate.bytes)))
  const wrapped = seq(derOid('1.3.6.1.5.5.7.48.1.1'), octets(basic))
  return seq(der(0x0a, Uint8Array.of(0)), der(0xa0, wrapped))
}

/** issuingDistributionPoint with one field. */
export const part = (tag: number, content: Bytes): Bytes => extension('2.5.29.28', seq(der(tag, content)))
/** reasonCode of an entry. */
export const reason = (code: number): Bytes => extension('2.5.29.21', der(0x0a, Uint8Array.of(code)), false)
/** certificateIssuer of an entry. */
export const issuedBy = (issuer: Holder): Bytes => extension('2.5.29.29', seq(der(0xa4, issuer.certificate.subject)))
