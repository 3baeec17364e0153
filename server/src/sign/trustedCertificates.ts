import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { type Certificate, readCertificate } from './certificate.ts'

/** @throws Failure `verify-trusted` for one that cannot be read */
export function readTrustedCertificates(trusted: readonly Uint8Array[]): readonly Certificate[] {
  return trusted.map((bytes, index) => {
    try {
      return readCertificate(bytes)
    } catch (cause) {
      throw new Failure('verify-trusted', message('第 {0} 个受信任的证书读不懂，应为 X.509 证书。', index + 1), cause)
    }
  })
}
