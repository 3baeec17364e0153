import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import { chineseDay } from '../text/beijingTime.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Certificate } from './certificate.ts'
import type { Integrity } from './integrity.ts'
import { problem } from './problem.ts'
import { TEST_MARK } from './testMark.ts'
import { judgeTrust } from './trust.ts'
import type { SignatureVerdict } from './verdict.ts'

/** Who signed, and whether the user has reason to believe it. */
export async function judgePerson(
  { certificates, timestamp }: Integrity,
  certificate: Certificate,
  time: Date | undefined,
  trusted: readonly Certificate[],
  { crypto, clock }: { readonly crypto: Crypto; readonly clock: Clock },
): Promise<Pick<SignatureVerdict, 'trust' | 'problems'>> {
  const problems: Finding[] = []
  const now = clock.now()
  const { commonName, notAfter } = certificate
  const { trust, reason } = await judgeTrust(certificate, certificates, trusted, time ?? now, crypto)
  if (reason) problems.push(problem('sign-untrusted', 'warning', reason))
  if (time && time > now)
    problems.push(problem('sign-time', 'warning', message('声称的签章时间在将来，签名人或本机的时钟不准。')))
  if (now > notAfter)
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
  if (timestamp) problems.push(problem('sign-timestamp', 'info', message('签名带有时间戳，本版本还不核验时间戳。')))
  if (commonName.includes('测试') || certificate.organUnits.some((unit) => unit.includes(TEST_MARK)))
    problems.push(problem('sign-test-identity', 'warning', message('“{0}”是测试证书，{1}。', commonName, TEST_MARK)))
  return { trust, problems }
}
