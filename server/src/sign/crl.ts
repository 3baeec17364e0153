import { type Certificate, readTime } from './certificate.ts'
import { children, type Der, DerError, expect, readBits, readOid, readWhole, sequence, TAG } from './der.ts'

/** A certificate revocation list (RFC 5280 5): whole and direct; of partial ones those for users or authorities alone. */
export interface Crl {
  readonly bytes: Uint8Array
  readonly issuer: Uint8Array
  readonly signed: Uint8Array
  readonly signatureAlgorithm: Der
  readonly signature: Uint8Array
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
  /** When a certificate of the issuer was revoked. */
  revokedSince(certificate: Certificate): Date | undefined
  /** Whether the list speaks of such certificates at all. */
  covers(certificate: Certificate): boolean
}

const ISSUING_POINT = '2.5.29.28'

/** @throws DerError for what is no such list */
export function readCrl(bytes: Uint8Array): Crl {
  const whole = readWhole(bytes)
  const [signed, signatureAlgorithm, signature] = sequence(whole)
  const fields = [...sequence(signed)]
  if (fields[0]?.tag === TAG.integer) fields.shift()
  const [, issuer, thisUpdate, ...optional] = fields
  if (!signed || !signatureAlgorithm) throw new DerError('crl')
  const nextUpdate = optional.find(({ tag }) => tag === TAG.utcTime || tag === TAG.generalizedTime)
  const revoked = optional.find(({ tag }) => tag === TAG.sequence)
  const dates = new Map<string, Date>()
  for (const entry of revoked ? children(revoked) : []) {
    const [serial, date] = sequence(entry)
    dates.set(keyOf(expect(serial, TAG.integer).whole), readTime(date))
  }
  const { scope, points } = readScope(optional.find(({ tag }) => tag === 0xa0))
  return {
    bytes: whole.whole,
    issuer: expect(issuer, TAG.sequence).whole,
    signed: signed.whole,
    signatureAlgorithm,
    signature: readBits(signature),
    thisUpdate: readTime(thisUpdate),
    nextUpdate: nextUpdate && readTime(nextUpdate),
    revokedSince: ({ serial }) => dates.get(keyOf(serial)),
    covers: ({ authority, services }) =>
      (scope === 'all' || (scope === 'authorities') === (authority !== undefined)) &&
      (points === undefined || points.some((point) => services.crls.includes(point))),
  }
}

function keyOf(serial: Uint8Array): string {
  return serial.join(' ')
}

interface Scope {
  readonly scope: 'all' | 'users' | 'authorities'
  /** Addresses of the part that the list is; absent for a whole one. */
  readonly points: readonly string[] | undefined
}

/** A critical extension that is not understood would make the list mean something else (5.2). */
function readScope(extensions: Der | undefined): Scope {
  let points: Scope['points']
  let scope: Scope['scope'] = 'all'
  for (const extension of extensions ? sequence(children(extensions)[0]) : []) {
    const parts = sequence(extension)
    const oid = readOid(parts[0])
    const critical = parts.length === 3 && parts[1]?.content[0] === 0xff
    if (oid === ISSUING_POINT) {
      for (const { tag, content } of sequence(readWhole(expect(parts.at(-1), TAG.octetString).content))) {
        if (tag === 0x81 && content[0] === 0xff) scope = 'users'
        else if (tag === 0x82 && content[0] === 0xff) scope = 'authorities'
        else if (tag === 0xa0) points = readPoint(readWhole(content))
        else throw new DerError('partial crl')
      }
    } else if (critical) throw new DerError('crl extension')
  }
  return { scope, points }
}

/** Addresses in a full name; a list for another point than the certificate's is only a part (RFC 5280 6.3.3 b). */
function readPoint(name: Der): readonly string[] {
  if (name.tag !== 0xa0) throw new DerError('partial crl')
  return children(name).flatMap(({ tag, content }) => (tag === 0x86 ? [new TextDecoder('latin1').decode(content)] : []))
}
