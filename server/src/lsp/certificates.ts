import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'

/** The DER certificates of a file that is DER itself or PEM with any number of them. */
export function readCertificates(bytes: Uint8Array): readonly Uint8Array[] {
  // DER begins with a SEQUENCE; PEM with text.
  if (bytes[0] === 0x30) return [bytes]
  const text = new TextDecoder().decode(bytes)
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)]
  if (blocks.length === 0)
    throw new Failure('no-certificate', message('信任的证书文件里没有证书。请选 PEM 或 DER 格式的证书。'))
  return blocks.map((block) =>
    Uint8Array.from(atob((block[1] ?? '').replace(/\s+/g, '')), (unit) => unit.charCodeAt(0)),
  )
}
