import type { Crypto } from '../ports/crypto.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { OID, readDigest, type StrongDigest } from './algorithms.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { type Cms, readCmsWithContent } from './cmsReader.ts'
import { DerError, expect, readOid, readSmallInteger, readWhole, sameBytes, sequence, sequenceOf, TAG } from './der.ts'
import { readGeneralizedTime } from './derTime.ts'
import { findSigner } from './findSigner.ts'

/** A timestamp token (RFC 3161 2.4.2): somebody's word that something was there at a time. */
export interface Timestamp {
  readonly cms: Cms
  /** The TSTInfo that is signed. */
  readonly content: Uint8Array
  readonly certificates: readonly Certificate[]
  readonly time: Date
  readonly imprint: { readonly digest: StrongDigest; readonly value: Uint8Array }
  /** INTEGER, tag and length included. */
  readonly nonce: Uint8Array | undefined
}

/**
 * @param token DER, with zeros behind it where it stands in /Contents
 * @throws DerError, AlgorithmError
 */
export function readTimestamp(token: Uint8Array): Timestamp {
  const { cms, content } = readCmsWithContent(token, OID.timestampInfo)
  const [version, policy, imprint, serial, time, ...optional] = sequence(readWhole(content))
  readOid(policy)
  expect(serial, TAG.integer)
  // Only version 1 is known.
  if (readSmallInteger(version) !== 1) throw new DerError('version')
  const [digest, value] = sequenceOf(imprint, 2)
  return {
    cms,
    content,
    certificates: cms.certificates.map(readCertificate),
    time: readGeneralizedTime(time),
    imprint: { digest: readDigest(digest), value: expect(value, TAG.octetString).content },
    nonce: optional.find(({ tag }) => tag === TAG.integer)?.whole,
  }
}

/** id-kp-timeStamping (RFC 3161 2.3). */
export const TIMESTAMPING = '1.3.6.1.5.5.7.3.8'

/** The certificate of a sound token's authority, or why it is not sound. */
export type TimestampCheck =
  | { readonly ok: true; readonly certificate: Certificate }
  | { readonly ok: false; readonly certificate: Certificate | undefined; readonly reason: Message }

/**
 * Whether a token is over these bytes and rightly signed, by somebody whose certificate is for timestamps and nothing
 * else (RFC 3161 2.3). Whether that somebody is to be believed is another question.
 */
export async function checkTimestamp(
  { cms, content, certificates, imprint }: Timestamp,
  stamped: Uint8Array,
  crypto: Crypto,
): Promise<TimestampCheck> {
  const certificate = await findSigner(cms, certificates, crypto)
  const fail = (reason: Message): TimestampCheck => ({ ok: false, certificate, reason })
  if (!sameBytes(await crypto.digest(imprint.digest, stamped), imprint.value))
    return fail(message('时间戳盖的不是这些内容，是从别处移来的，或者内容改动过。'))
  if (!certificate) return fail(message('时间戳里没有时间戳机构的证书，无法核验。'))
  if (certificate.keyKind === 'RSA' && (certificate.keyBits ?? 0) < 2048)
    return fail(
      message('时间戳机构“{0}”的密钥只有 {1} 位，可以伪造。', certificate.commonName, certificate.keyBits ?? 0),
    )
  const { publicKey, purposes } = certificate
  const { signed } = cms
  const isSound =
    signed !== undefined &&
    sameBytes(await crypto.digest(cms.digest, content), signed.messageDigest) &&
    (await crypto.verify(publicKey, cms.algorithm, cms.digest, cms.signature, signed.attributes))
  if (!isSound) return fail(message('时间戳的签名对不上，是伪造的或已损坏。'))
  if (purposes?.length !== 1 || purposes[0] !== TIMESTAMPING)
    return fail(message('“{0}”的证书不是专用于时间戳的，它盖的时间戳不能采信。', certificate.commonName))
  return { ok: true, certificate }
}
