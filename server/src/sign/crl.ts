import { type Certificate, readTime } from './certificate.ts'
import { children, type Der, DerError, expect, readBits, readOid, readWhole, sequence, TAG } from './der.ts'

/**
 * A certificate revocation list (RFC 5280 5). What is on a partial one is revoked; what is not on it may stand on another part.
 */
export interface Crl {
  readonly bytes: Uint8Array
  readonly issuer: Uint8Array
  readonly signed: Uint8Array
  readonly signatureAlgorithm: Der
  readonly signature: Uint8Array
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
  /** When a certificate was revoked. */
  revokedSince(certificate: Certificate): Date | undefined
  /** Whether such a certificate would stand on this list if it had been revoked. */
  covers(certificate: Certificate): boolean
}

const ISSUING_POINT = '2.5.29.28'
/** deltaCRLIndicator, which should be critical and need not have been marked so. */
const DELTA = '2.5.29.27'
const REASON = '2.5.29.21'
const ENTRY_ISSUER = '2.5.29.29'
/** reasonCode of an entry in a delta list: revoked no longer. */
const REMOVED = 8

/** @throws DerError for what is no such list */
export function readCrl(bytes: Uint8Array): Crl {
  const whole = readWhole(bytes)
  const [signed, signatureAlgorithm, signature] = sequence(whole)
  const fields = [...sequence(signed)]
  if (fields[0]?.tag === TAG.integer) fields.shift()
  const [, issuer, thisUpdate, ...optional] = fields
  if (!signed || !signatureAlgorithm) throw new DerError('crl')
  const nextUpdate = optional.find(({ tag }) => tag === TAG.utcTime || tag === TAG.generalizedTime)
  const ownName = expect(issuer, TAG.sequence).whole
  const dates = readEntries(
    optional.find(({ tag }) => tag === TAG.sequence),
    ownName,
  )
  const scope = readScope(optional.find(({ tag }) => tag === 0xa0))
  return {
    bytes: whole.whole,
    issuer: ownName,
    signed: signed.whole,
    signatureAlgorithm,
    signature: readBits(signature),
    thisUpdate: readTime(thisUpdate),
    nextUpdate: nextUpdate && readTime(nextUpdate),
    revokedSince: ({ issuer, serial }) => dates.get(keyOf(issuer, serial)),
    covers: (certificate) => covers(scope, certificate),
  }
}

/** Dates by issuer and serial number: on an indirect list an entry may name another issuer, for itself and those after it (5.3.3). */
function readEntries(list: Der | undefined, ownName: Uint8Array): ReadonlyMap<string, Date> {
  const dates = new Map<string, Date>()
  let issuer = ownName
  for (const entry of list ? children(list) : []) {
    const [serial, date, extensions] = sequence(entry)
    let removed = false
    for (const { oid, value } of extensions ? readExtensions(extensions) : []) {
      if (oid === REASON) removed = value.content[0] === REMOVED
      else if (oid === ENTRY_ISSUER) issuer = directoryName(value) ?? ownName
    }
    const key = keyOf(issuer, expect(serial, TAG.integer).whole)
    const known = dates.get(key)
    const since = readTime(date)
    if (!removed && !(known && known <= since)) dates.set(key, since)
  }
  return dates
}

function keyOf(issuer: Uint8Array, serial: Uint8Array): string {
  return `${issuer.join(' ')} ${serial.join(' ')}`
}

function directoryName(names: Der): Uint8Array | undefined {
  const name = sequence(names).find(({ tag }) => tag === 0xa4)
  return name && readWhole(name.content).whole
}

interface Extension {
  readonly oid: string
  readonly critical: boolean
  readonly value: Der
}

function readExtensions(list: Der): readonly Extension[] {
  return sequence(list).map((extension) => {
    const parts = sequence(extension)
    return {
      oid: readOid(parts[0]),
      critical: parts.length === 3 && parts[1]?.content[0] === 0xff,
      value: readWhole(expect(parts.at(-1), TAG.octetString).content),
    }
  })
}

interface Scope {
  readonly holders: 'all' | 'users' | 'authorities'
  /** Addresses of the part that the list is; absent for a whole one. */
  readonly points: readonly string[] | undefined
}

/** Undefined where silence proves nothing: a critical extension makes the list mean something else (5.2). */
function readScope(extensions: Der | undefined): Scope | undefined {
  let scope: Scope | undefined = { holders: 'all', points: undefined }
  for (const { oid, critical, value } of extensions ? readExtensions(children(extensions)[0] as Der) : [])
    if (oid === ISSUING_POINT) scope &&= readPart(value)
    else if (critical || oid === DELTA) scope = undefined
  return scope
}

/** issuingDistributionPoint; undefined for lists of some reasons only, of attribute certificates, and indirect ones. */
function readPart(value: Der): Scope | undefined {
  let holders: Scope['holders'] = 'all'
  let points: Scope['points']
  for (const { tag, content } of sequence(value))
    if (tag === 0x81 && content[0] === 0xff) holders = 'users'
    else if (tag === 0x82 && content[0] === 0xff) holders = 'authorities'
    else if (tag === 0xa0) points = readPoint(readWhole(content))
    else return undefined
  return { holders, points }
}

/** Addresses in a full name; none can be compared in a relative one. */
function readPoint(name: Der): readonly string[] {
  if (name.tag !== 0xa0) return []
  return children(name).flatMap(({ tag, content }) => (tag === 0x86 ? [new TextDecoder('latin1').decode(content)] : []))
}

/** A list for another point than the certificate's is only a part (6.3.3 b). */
function covers(scope: Scope | undefined, { authority, services }: Certificate): boolean {
  if (!scope) return false
  const { holders, points } = scope
  const isAmong = holders === 'all' || (holders === 'authorities') === (authority !== undefined)
  return isAmong && (points === undefined || points.some((point) => services.crls.includes(point)))
}
