import type { Crypto, DigestName } from '../ports/crypto.ts'
import { AlgorithmError, readDigest } from './algorithms.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import {
  children,
  type Der,
  DerError,
  der,
  derOid,
  expect,
  readBits,
  readOid,
  readWhole,
  sameBytes,
  sequence,
  sequenceOf,
  TAG,
} from './der.ts'
import { readGeneralizedTime } from './derTime.ts'

/** A signed answer about the state of certificates (RFC 6960). */
export interface OcspAnswer {
  readonly bytes: Uint8Array
  readonly signed: Uint8Array
  readonly signatureAlgorithm: Der
  readonly signature: Uint8Array
  readonly producedAt: Date
  /** That the answer brings along: the responder's. */
  readonly certificates: readonly Certificate[]
  readonly states: readonly CertificateState[]
}

export interface CertificateState {
  readonly about: {
    readonly digest: DigestName
    readonly issuerName: Uint8Array
    readonly issuerKey: Uint8Array
    readonly serial: Uint8Array
  }
  readonly state: 'good' | 'revoked' | 'unknown'
  readonly revokedSince: Date | undefined
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
}

const BASIC = '1.3.6.1.5.5.7.48.1.1'
const SHA1 = '1.3.14.3.2.26'
const ENUMERATED = 0x0a

/** @throws DerError for what is no successful basic answer, AlgorithmError */
export function readOcsp(bytes: Uint8Array): OcspAnswer {
  const whole = readWhole(bytes)
  const [status, wrapped] = sequence(whole)
  if (expect(status, ENUMERATED).content[0] !== 0 || wrapped?.tag !== 0xa0) throw new DerError('no OCSP answer')
  const [type, basic] = sequenceOf(readWhole(wrapped.content), 2)
  if (readOid(type) !== BASIC) throw new DerError('OCSP type')
  const [signed, signatureAlgorithm, signature, certificates] = sequence(
    readWhole(expect(basic, TAG.octetString).content),
  )
  if (!signed || !signatureAlgorithm) throw new DerError('OCSP answer')
  const fields = sequence(signed).filter(({ tag }) => tag !== 0xa0)
  const list = fields.find(({ tag }) => tag === TAG.sequence)
  const producedAt = fields.find(({ tag }) => tag === TAG.generalizedTime)
  return {
    bytes: whole.whole,
    signed: signed.whole,
    signatureAlgorithm,
    signature: readBits(signature),
    producedAt: readGeneralizedTime(producedAt),
    certificates: certificates
      ? sequence(readWhole(certificates.content)).map((each) => readCertificate(each.whole))
      : [],
    states: sequence(list).map(readState),
  }
}

function readState(value: Der): CertificateState {
  const [id, state, thisUpdate, ...optional] = sequence(value)
  const [digest, issuerName, issuerKey, serial] = sequenceOf(id, 4)
  const next = optional.find(({ tag }) => tag === 0xa0)
  const states: Readonly<Record<number, CertificateState['state']>> = { 128: 'good', 161: 'revoked', 130: 'unknown' }
  const known = states[state?.tag ?? 0]
  if (!known || !state) throw new DerError('OCSP state')
  return {
    about: {
      digest: readIdDigest(digest),
      issuerName: expect(issuerName, TAG.octetString).content,
      issuerKey: expect(issuerKey, TAG.octetString).content,
      serial: expect(serial, TAG.integer).whole,
    },
    state: known,
    revokedSince: known === 'revoked' ? readGeneralizedTime(children(state)[0]) : undefined,
    thisUpdate: readGeneralizedTime(thisUpdate),
    nextUpdate: next && readGeneralizedTime(readWhole(next.content)),
  }
}

/** SHA-1 only names the certificate here: the answer is signed, and the serial number stands beside it. */
function readIdDigest(value: Der | undefined): DigestName {
  try {
    return readDigest(value)
  } catch (error) {
    if (error instanceof AlgorithmError && readOid(sequence(value)[0]) === SHA1) return 'SHA-1'
    throw error
  }
}

/** All that the answer says of one certificate: a word that it was good must not hide one behind it that it was not. */
export async function statesOf(
  { states }: OcspAnswer,
  certificate: Certificate,
  issuer: Certificate,
  crypto: Crypto,
): Promise<readonly CertificateState[]> {
  const found: CertificateState[] = []
  for (const state of states) {
    const { digest, issuerName, issuerKey, serial } = state.about
    if (!sameBytes(serial, certificate.serial)) continue
    const name = await crypto.digest(digest, certificate.issuer)
    const key = await crypto.digest(digest, keyBits(issuer))
    if (sameBytes(name, issuerName) && sameBytes(key, issuerKey)) found.push(state)
  }
  return found
}

function keyBits({ publicKey }: Certificate): Uint8Array {
  const [, key] = sequence(readWhole(publicKey))
  return readBits(key)
}

/** A question about one certificate; SHA-1 is what all responders understand (RFC 5019 2.1.1). */
export async function ocspQuestion(certificate: Certificate, issuer: Certificate, crypto: Crypto): Promise<Uint8Array> {
  const name = await crypto.digest('SHA-1', certificate.issuer)
  const key = await crypto.digest('SHA-1', keyBits(issuer))
  const algorithm = der(TAG.sequence, derOid(SHA1), der(TAG.null))
  const id = der(TAG.sequence, algorithm, der(TAG.octetString, name), der(TAG.octetString, key), certificate.serial)
  return der(TAG.sequence, der(TAG.sequence, der(TAG.sequence, der(TAG.sequence, id))))
}
