import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { DerError } from './der.ts'
import type { SigningKey } from './key.ts'
import { readKeyFile } from './keyFile.ts'
import { openKeyPair, type RsaScheme } from './keyPair.ts'
import { readPem } from './pem.ts'

/**
 * A signing key of a PEM file with a key and its certificate, and the issuers' where they are there.
 * @throws Failure `sign-key-…`, `sign-p12-no-key`, `sign-certificate-…`
 */
export async function openPem(
  { bytes, password }: { readonly bytes: Uint8Array; readonly password: string },
  ports: { readonly crypto: Crypto; readonly clock: Clock },
  scheme?: RsaScheme,
): Promise<SigningKey> {
  const certificates = readPem(bytes).flatMap((block) => (block.label === 'CERTIFICATE' ? [read(block.bytes)] : []))
  return openKeyPair(await readKeyFile(bytes, async () => password), certificates, ports, scheme)
}

function read(bytes: Uint8Array): Certificate {
  try {
    return readCertificate(bytes)
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    throw new Failure('sign-p12-broken', message('PEM 文件里的证书读不懂，应为 X.509 证书。请重新导出证书。'), error)
  }
}
