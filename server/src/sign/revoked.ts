import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import { chineseDay } from '../text/beijingTime.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Certificate } from './certificate.ts'
import { problem } from './problem.ts'
import { type Evidence, judgeRevocation, type RevocationJudgement } from './revocation.ts'

interface Revoked {
  /** Revoked, and nothing proves that the signature is older. */
  readonly isRevoked: boolean
  /** There is data enough to tell that no certificate of the chain had been revoked. */
  readonly covered: boolean
  readonly problems: readonly Finding[]
}

/**
 * Whether a signer's chain was revoked when he signed, and what is to be said of it.
 * @param at proven, claimed or present time
 * @param proven by somebody trusted
 */
export async function judgeRevoked(
  chain: readonly Certificate[],
  evidence: Evidence,
  at: Date,
  proven: Date | undefined,
  { crypto, clock }: { readonly crypto: Crypto; readonly clock: Clock },
): Promise<Revoked> {
  const { revoked, covered } = await judgeRevocation(chain, evidence, at, crypto)
  const isRevoked = revoked !== undefined && !(proven && revoked.since > proven)
  return { isRevoked, covered, problems: revoked ? [problemOf(revoked, isRevoked, clock)] : [] }
}

function problemOf(
  { certificate: { commonName }, since }: NonNullable<RevocationJudgement['revoked']>,
  isRevoked: boolean,
  clock: Clock,
): Finding {
  const day = chineseDay(since, clock.offset())
  return isRevoked
    ? problem(
        'sign-revoked',
        'warning',
        message('“{0}”的证书已于{1}被吊销，没有可信的时间戳证明签章在此之前。请勿采信。', commonName, day),
      )
    : problem(
        'sign-revoked-later',
        'info',
        message('“{0}”的证书在签章之后（{1}）被吊销，不影响这枚签章。', commonName, day),
      )
}

/**
 * What a signature outside of a PDF leaves open: a PDF says in its verdict which level it reached, these have no room for the
 * data that would tell.
 * @param revoked undefined when nobody is there to be revoked
 */
export function openQuestions(revoked: Revoked | undefined, proven: boolean): readonly Finding[] {
  const problems: Finding[] = []
  if (!proven)
    problems.push(
      problem('sign-time-claimed', 'info', message('签章时间只是签章人自己写的，没有时间戳证明，可以倒填。')),
    )
  if (revoked && !revoked.covered && !revoked.isRevoked)
    problems.push(
      problem(
        'sign-revocation-unknown',
        'info',
        message('没有证书链上每一级的吊销资料，证书是否已被吊销没有核查。吊销资料可以用 --crl 和 --ocsp 给出。'),
      ),
    )
  return problems
}
