import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import { chineseDay } from '../text/beijingTime.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Certificate } from './certificate.ts'
import type { Integrity } from './integrity.ts'
import { problem } from './problem.ts'
import { type Evidence, NO_EVIDENCE } from './revocation.ts'
import { judgeRevoked } from './revoked.ts'
import { TEST_MARK } from './testMark.ts'
import { judgeTrust } from './trust.ts'
import type { SignatureVerdict } from './verdict.ts'
import { judgeWitness } from './witness.ts'

/** What a file has beside the signature itself. */
export interface Surroundings {
  readonly evidence: Evidence
  /** The earliest time at which somebody trusted saw the signature: that of a document timestamp. */
  readonly witnessed: Date | undefined
}

const ALONE: Surroundings = { evidence: NO_EVIDENCE, witnessed: undefined }

export interface PersonJudgement {
  readonly trust: SignatureVerdict['trust']
  readonly time: SignatureVerdict['time']
  /** A sound timestamp is over the signature. */
  readonly stamped: boolean
  readonly revoked: Awaited<ReturnType<typeof judgeRevoked>>
  /** There is data enough to tell later that no certificate of any chain had been revoked. */
  readonly complete: boolean
  readonly problems: readonly Finding[]
}

/** Who signed and when, and whether the user has reason to believe it. */
export async function judgePerson(
  { certificates, timestamp, signature }: Integrity,
  certificate: Certificate,
  claimed: Date | undefined,
  trusted: readonly Certificate[],
  { crypto, clock }: { readonly crypto: Crypto; readonly clock: Clock },
  { evidence, witnessed }: Surroundings = ALONE,
): Promise<PersonJudgement> {
  const now = clock.now()
  const witness = timestamp && (await judgeWitness(timestamp, signature, trusted, evidence, crypto))
  const proven = earliest(witness?.trust === 'trusted' ? witness.time : undefined, witnessed)
  const at = proven ?? claimed ?? now
  const given = [...certificates, ...evidence.certificates]
  const judged = await judgeTrust(certificate, given, trusted, at, crypto)
  const revoked = await judgeRevoked(judged.chain, evidence, at, proven, { crypto, clock })
  return {
    trust: revoked.isRevoked ? 'revoked' : judged.trust,
    time: timeOf(proven, claimed),
    stamped: witness?.sound === true,
    revoked,
    complete: judged.complete && revoked.covered && witness?.complete === true,
    problems: [
      ...(judged.reason ? [problem('sign-untrusted', 'warning', judged.reason)] : []),
      ...revoked.problems,
      ...clockProblems(certificate, claimed, proven, clock),
      ...(witness?.problems ?? []),
      ...testProblems(certificate),
    ],
  }
}

function earliest(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a && b ? (a < b ? a : b) : (a ?? b)
}

function timeOf(proven: Date | undefined, claimed: Date | undefined): SignatureVerdict['time'] {
  if (proven) return { at: proven.toISOString(), from: 'timestamp' }
  return claimed && { at: claimed.toISOString(), from: 'claimed' }
}

/** Half an hour: clocks are seldom set more wrongly by chance. */
const TOLERANCE = 1_800_000

/** What the dates say that are only claimed. */
export function clockProblems(
  { commonName, notAfter }: Certificate,
  claimed: Date | undefined,
  proven: Date | undefined,
  clock: Clock,
): readonly Finding[] {
  const now = clock.now()
  const problems: Finding[] = []
  if (claimed && claimed > now)
    problems.push(problem('sign-time', 'warning', message('声称的签章时间在将来，签名人或本机的时钟不准。')))
  else if (claimed && proven && claimed.getTime() - proven.getTime() > TOLERANCE)
    problems.push(problem('sign-time', 'warning', message('声称的签章时间晚于时间戳，签名人的时钟不准。')))
  if (now > notAfter && !proven)
    problems.push(
      problem(
        'sign-certificate-expired',
        'warning',
        message(
          '“{0}”的证书已于{1}过期，签章时间只有签名人自己的说法，没有时间戳佐证。',
          commonName,
          chineseDay(notAfter, clock.offset()),
        ),
      ),
    )
  return problems
}

function testProblems({ commonName, organUnits }: Certificate): readonly Finding[] {
  const isTest = commonName.includes('测试') || organUnits.some((unit) => unit.includes(TEST_MARK))
  return isTest
    ? [problem('sign-test-identity', 'warning', message('“{0}”是测试证书，{1}。', commonName, TEST_MARK))]
    : []
}
