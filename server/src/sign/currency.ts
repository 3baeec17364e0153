import type { Clock } from '../ports/clock.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import type { Certificate } from './certificate.ts'

/** A date as people in the clock's zone read it, `2026-11-23`. */
export function localDay(date: Date, offset: number): string {
  return new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 10)
}

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
        '“{0}”的证书已于 {1} 过期，不能用来签章。请向发证机构换领新证书。',
        commonName,
        localDay(notAfter, clock.offset()),
      ),
    )
  if (now < notBefore)
    throw new Failure(
      'sign-certificate-early',
      message(
        '“{0}”的证书从 {1} 起才有效。请核对电脑的日期，或等证书生效后再签章。',
        commonName,
        localDay(notBefore, clock.offset()),
      ),
    )
  if (certificate.usage && !certificate.usage.sign)
    throw new Failure(
      'sign-certificate-usage',
      message('“{0}”的证书不是签名证书（密钥用途里没有数字签名）。请选用签名证书，不要用加密证书。', commonName),
    )
  if (certificate.keyBits !== undefined && certificate.keyBits < 2048)
    throw new Failure(
      'sign-certificate-weak',
      message('“{0}”的证书密钥只有 {1} 位，强度不够（至少 2048 位）。请换领新证书。', commonName, certificate.keyBits),
    )
}
