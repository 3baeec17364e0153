import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import type { Host } from './host.ts'

const CERTIFICATE_LIMIT = 2_000_000
const PEM = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g
/** DER of a certificate: a SEQUENCE with a two-byte length. */
const DER_START = [0x30, 0x82]

/**
 * The certificates (DER) in PEM or DER files that the user trusts.
 * @throws {Failure} `not-a-certificate`
 */
export async function readTrusted(host: Host, paths: readonly string[]): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = []
  for (const path of paths) {
    const uri = host.toUri(path)
    const bytes = await host.files.read(uri, CERTIFICATE_LIMIT)
    const certificates = DER_START.every((byte, index) => bytes[index] === byte) ? [bytes] : fromPem(bytes)
    if (certificates.length === 0) {
      throw new Failure(
        'not-a-certificate',
        message('{0} 里没有证书。--trust 后面要写 PEM 或 DER 格式的证书文件。', host.toPath(uri)),
      )
    }
    found.push(...certificates)
  }
  return found
}

function fromPem(bytes: Uint8Array): readonly Uint8Array[] {
  const text = new TextDecoder('latin1').decode(bytes)
  return [...text.matchAll(PEM)].flatMap(([, body = '']) => {
    try {
      return [Uint8Array.from(atob(body.replace(/\s/g, '')), (unit) => unit.charCodeAt(0))]
    } catch {
      return []
    }
  })
}
