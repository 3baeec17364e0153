import type { Clock } from '../ports/clock.ts'
import { chineseDay } from '../text/beijingTime.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import type { Certificate } from './certificate.ts'
import { unfitness } from './purpose.ts'

/**
 * Refuses a certificate with which nobody should sign today.
 * @throws Failure `sign-certificate-expired`, `sign-certificate-early`, `sign-certificate-usage` or `sign-certificate-weak`
 */
export function requireUsable(certificate: Certificate, clock: Clock): void {
  const now = clock.now()
  const { commonName, notBefore, notAfter } = certificate
  if (now > notAfter)
    throw new Failure(
      'sign-certificate-expired',
      message(
        '“{0}”的证书已于{1}过期，不能用来签章。请向发证机构换领新证书。',
        commonName,
        chineseDay(notAfter, clock.offset()),
      ),
    )
  if (now < notBefore)
    throw new Failure(
      'sign-certificate-early',
      message(
        '“{0}”的证书从{1}起才有效。请核对电脑的日期，或等证书生效后再签章。',
        commonName,
        chineseDay(notBefore, clock.offset()),
      ),
    )
  const unfit = unfitness(certificate)
  if (unfit) throw new Failure('sign-certificate-usage', unfit)
  if (certificate.keyBits !== undefined && certificate.keyBits < 2048)
    throw new Failure(
      'sign-certificate-weak',
      message('“{0}”的证书密钥只有 {1} 位，强度不够（至少 2048 位）。请换领新证书。', commonName, certificate.keyBits),
    )
}
