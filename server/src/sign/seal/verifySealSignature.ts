import type { Clock } from '../../ports/clock.ts'
import type { Crypto } from '../../ports/crypto.ts'
import { chineseDay } from '../../text/beijingTime.ts'
import type { Finding } from '../../text/finding.ts'
import { message } from '../../text/message.ts'
import type { Certificate } from '../certificate.ts'
import { sameBytes } from '../der.ts'
import { clockProblems } from '../person.ts'
import { problem } from '../problem.ts'
import { type Evidence, NO_EVIDENCE } from '../revocation.ts'
import { openQuestions } from '../revoked.ts'
import type { TrustJudgement } from '../trust.ts'
import type { SealSignature } from './sealSignature.ts'
import { checkSignature, isHolder, judgeHolder, judgeSeal, type SealJudgement } from './verifySeal.ts'

export interface SealSignatureJudgement {
  readonly valid: boolean
  readonly trust: TrustJudgement['trust']
  readonly signer: Certificate | undefined
  readonly seal: SealJudgement
  readonly problems: SealJudgement['problems']
}

const WORDS = {
  certificate: '签章人的证书读不懂，可能被改动过。',
  wrong: '签章的内容与签章人的签名不符：签章之后被改动过，或者是伪造的。请勿采信。',
}

/**
 * Judges a signature by seal in the order of GB/T 38540—2020 clause 8: signer's signature, seal, seal's dates, holder, signer's
 * certificate, text.
 * @param content what was signed: in an OFD file the bytes of Signature.xml
 */
export async function judgeSealSignature(
  given: SealSignature,
  content: Uint8Array,
  trusted: readonly Certificate[],
  ports: { readonly crypto: Crypto; readonly clock: Clock },
  evidence: Evidence = NO_EVIDENCE,
): Promise<SealSignatureJudgement> {
  const { certificate: signer, problems } = await checkSignature(WORDS, given, given.signer, ports.crypto)
  const seal = await judgeSeal(given.seal, given.time, trusted, ports, evidence)
  problems.push(...seal.problems)
  const error = (text: ReturnType<typeof message>) => problems.push(problem('sign-broken', 'error', text))
  if (signer && !(await isHolder(given.seal, signer, ports.crypto)))
    error(message('签章人“{0}”不是印章“{1}”的持有人，是冒用的印章。', signer.commonName, given.seal.name))
  if (!sameBytes(await ports.crypto.digest('SM3', content), given.digest))
    error(message('原文与签章时的杂凑值不符：签章之后被改动过，或者不是所签的文件。'))
  for (const { oid } of given.extensions.filter(({ critical }) => critical))
    problems.push(problem('sign-unsupported', 'error', message('签章附有不认识的关键数据（{0}），不能采信。', oid)))
  if (given.timestamped) problems.push(problem('sign-timestamp', 'info', message('签章带有时间戳，本版本还不核验它。')))
  let trust: TrustJudgement['trust'] = 'unknown'
  if (signer) {
    const judgement = await judgeHolder(signer, trusted, given.time, evidence, ports)
    trust = judgement.trust
    problems.push(...judgement.problems, ...clockProblems(signer, given.time, undefined, ports.clock))
    problems.push(...sealExpired(given, ports.clock))
    const isCovered = judgement.revoked.covered && seal.revoked?.covered !== false
    problems.push(...openQuestions({ ...judgement.revoked, covered: isCovered }, false))
  }
  return { valid: problems.every(({ severity }) => severity !== 'error'), trust, signer, seal, problems }
}

/** Who holds a seal that can be used no longer can still write an older date. */
function sealExpired({ seal, time }: SealSignature, clock: Clock): readonly Finding[] {
  if (time > seal.validTo || clock.now() <= seal.validTo) return []
  const day = chineseDay(seal.validTo, clock.offset())
  const text = message('印章“{0}”已于{1}到期，签章时间只有签章人自己的说法，没有时间戳佐证。', seal.name, day)
  return [problem('sign-seal-expired', 'warning', text)]
}
