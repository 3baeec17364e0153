import type { Clock } from '../../ports/clock.ts'
import type { Crypto } from '../../ports/crypto.ts'
import { chineseDay } from '../../text/beijingTime.ts'
import type { Finding } from '../../text/finding.ts'
import { message } from '../../text/message.ts'
import { OID } from '../algorithms.ts'
import { type Certificate, readCertificate } from '../certificate.ts'
import { DerError, sameBytes } from '../der.ts'
import { problem } from '../problem.ts'
import { type Evidence, NO_EVIDENCE } from '../revocation.ts'
import { judgeRevoked } from '../revoked.ts'
import { TEST_MARK } from '../testMark.ts'
import { judgeTrust, type TrustJudgement } from '../trust.ts'
import { pictureType } from './picture.ts'
import type { Seal } from './seal.ts'

export interface SealJudgement {
  /** The maker's signature is good and nothing in the seal contradicts it. */
  readonly valid: boolean
  readonly trust: TrustJudgement['trust']
  readonly maker: Certificate | undefined
  /** Of the maker; undefined when there is no certificate. */
  readonly revoked: Awaited<ReturnType<typeof judgeRevoked>> | undefined
  readonly problems: readonly Finding[]
}

interface Ports {
  readonly crypto: Crypto
  readonly clock: Clock
}

/**
 * Judges a seal by itself: maker's signature and certificate, dates, picture (GB/T 38540—2020 clause 8).
 * @param at when it was or is to be used
 */
export async function judgeSeal(
  seal: Seal,
  at: Date,
  trusted: readonly Certificate[],
  ports: Ports,
  evidence: Evidence = NO_EVIDENCE,
): Promise<SealJudgement> {
  const { certificate: maker, problems: signature } = await checkSignature(SEAL_WORDS, seal, seal.maker, ports.crypto)
  const problems = [...signature, ...judgeContents(seal), ...judgeDates(seal, at, ports.clock)]
  let trust: SealJudgement['trust'] = 'unknown'
  let revoked: SealJudgement['revoked']
  if (maker) {
    // Not when the seal says it was made: makers date seals to days before their certificate, and could to any other.
    const judgement = await judgeHolder(maker, trusted, at, evidence, ports)
    trust = judgement.trust
    revoked = judgement.revoked
    problems.push(...judgement.problems)
  }
  return { valid: problems.every(({ severity }) => severity !== 'error'), trust, maker, revoked, problems }
}

/** Chain and revocation of a maker or a signer, at a time of which there is no proof. */
export async function judgeHolder(
  certificate: Certificate,
  trusted: readonly Certificate[],
  at: Date,
  evidence: Evidence,
  ports: Ports,
): Promise<Pick<SealJudgement, 'trust' | 'problems'> & { readonly revoked: NonNullable<SealJudgement['revoked']> }> {
  const { trust, reason, chain } = await judgeTrust(certificate, evidence.certificates, trusted, at, ports.crypto)
  const revoked = await judgeRevoked(chain, evidence, at, undefined, ports)
  return {
    trust: revoked.isRevoked ? 'revoked' : trust,
    revoked,
    problems: [
      ...(reason ? [problem('sign-untrusted', 'warning', reason)] : []),
      ...revoked.problems,
      ...testMark(certificate),
    ],
  }
}

interface Words {
  readonly certificate: string
  readonly wrong: string
}

const SEAL_WORDS: Words = {
  certificate: '制章人的证书读不懂，可能被改动过。',
  wrong: '印章的内容与制章人的签名不符：制成之后被改动过，或者是伪造的。请勿采信。',
}

/**
 * The signature with which a seal or a signature by seal ends.
 * @param words what to say of it
 */
export async function checkSignature(
  words: Words,
  { signed, algorithm, signature }: Pick<Seal, 'signed' | 'algorithm' | 'signature'>,
  bytes: Uint8Array,
  crypto: Crypto,
): Promise<{ readonly certificate: Certificate | undefined; readonly problems: Finding[] }> {
  const certificate = tryCertificate(bytes)
  if (!certificate) return { certificate, problems: [problem('sign-broken', 'error', message(words.certificate))] }
  if (algorithm !== OID.sm2WithSm3) {
    const text = message('签名算法（{0}）不是国密 SM2，不予认可。', algorithm)
    return { certificate, problems: [problem('sign-unsupported', 'error', text)] }
  }
  const good = await crypto.verify(certificate.publicKey, 'SM2', 'SM3', signature, signed)
  return { certificate, problems: good ? [] : [problem('sign-broken', 'error', message(words.wrong))] }
}

function tryCertificate(bytes: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(bytes)
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}

function judgeContents({ extensions, picture }: Seal): readonly Finding[] {
  const problems = extensions
    .filter(({ critical }) => critical)
    .map(({ oid }) => problem('sign-unsupported', 'error', message('印章附有不认识的关键数据（{0}），不能采信。', oid)))
  const found = pictureType(picture.bytes)
  if (found && found !== picture.type.toUpperCase())
    problems.push(
      problem('sign-seal-picture', 'warning', message('印章图像写的是 {0}，其实是 {1}。', picture.type, found)),
    )
  if (picture.width === 0 || picture.height === 0)
    problems.push(problem('sign-seal-picture', 'error', message('印章图像的宽或高为零，看不见。')))
  return problems
}

function judgeDates({ validFrom, validTo, created }: Seal, at: Date, clock: Clock): readonly Finding[] {
  const day = (date: Date): string => chineseDay(date, clock.offset())
  const error = (text: ReturnType<typeof message>): Finding => problem('sign-seal-date', 'error', text)
  if (validTo < validFrom)
    return [error(message('印章有效期的结束日期（{0}）早于开始日期（{1}）。', day(validTo), day(validFrom)))]
  if (created > at) return [error(message('印章的制作日期（{0}）在使用之后。', day(created)))]
  if (at < validFrom) return [error(message('印章从{0}起才有效，使用时还没有生效。', day(validFrom)))]
  if (at > validTo) return [error(message('印章已于{0}到期，使用时已经失效。', day(validTo)))]
  return []
}

/** A certificate that says of itself that it is for trying out. */
function testMark({ commonName, organUnits }: Certificate): readonly Finding[] {
  if (!commonName.includes('测试') && !organUnits.some((unit) => unit.includes(TEST_MARK))) return []
  return [problem('sign-test-identity', 'warning', message('“{0}”是测试证书，{1}。', commonName, TEST_MARK))]
}

/** Whether a certificate is one of those to which the seal belongs. */
export async function isHolder({ holders }: Seal, certificate: Certificate, crypto: Crypto): Promise<boolean> {
  if (holders.kind === 'certificates') return holders.list.some((bytes) => sameBytes(bytes, certificate.bytes))
  const digest = await crypto.digest('SM3', certificate.bytes)
  return holders.list.some(({ value }) => sameBytes(value, digest))
}
