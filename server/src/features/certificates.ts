import { fromBase64 } from '../text/base64.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'

/**
 * The DER certificates of a file that is DER itself or PEM with any number of them.
 * @param name what the file is called in messages
 * @throws {Failure} `no-certificate`
 */
export function readCertificates(bytes: Uint8Array, name: string): readonly Uint8Array[] {
  // DER begins with a SEQUENCE; PEM with text.
  if (bytes[0] === 0x30) return [bytes]
  const text = new TextDecoder().decode(bytes)
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)]
  const certificates = blocks.flatMap(([, body = '']) => fromBase64(body.replace(/\s+/g, '')) ?? [])
  if (certificates.length === 0)
    throw new Failure('no-certificate', message('{0} 里没有证书。请选 PEM 或 DER 格式的证书文件。', name))
  return certificates
}
