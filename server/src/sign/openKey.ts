import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import type { RunProgram } from '../ports/program.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import type { Certificate } from './certificate.ts'
import { readCertificate } from './certificate.ts'
import { DerError } from './der.ts'
import { type ExternalKey, openExternalKey } from './externalKey.ts'
import type { SigningKey } from './key.ts'
import { readKeyFile } from './keyFile.ts'
import { openKeyPair, type RsaScheme } from './keyPair.ts'
import { openPem } from './openPem.ts'
import { openP12 } from './p12.ts'
import { isPem, readPem } from './pem.ts'

/** A P12 or PFX file, or a PEM file that holds a key and its certificates. */
export interface P12 {
  readonly bytes: Uint8Array
  readonly password: string
}

/** A key file and the certificates for it, PEM or DER. */
export interface KeyFile {
  readonly keyFile: Uint8Array
  readonly certificates: readonly Uint8Array[]
  /** Absent for a key that is not encrypted. */
  readonly password?: string
}

/** Where a key is, as plain data that can cross into a worker. */
export type KeySource = (P12 | KeyFile | ExternalKey) & {
  /** How RSA keys are to sign; PKCS1 when absent. */
  readonly scheme?: RsaScheme
}

/** @throws Failure `sign-p12-…`, `sign-key-…`, `sign-certificate-…`, `signer-…` */
export async function openKey(
  source: KeySource,
  ports: { readonly crypto: Crypto; readonly clock: Clock; readonly programs?: RunProgram },
): Promise<SigningKey> {
  if ('bytes' in source) return (isPem(source.bytes) ? openPem : openP12)(source, ports, source.scheme)
  const certificates = source.certificates.flatMap(certificatesOf)
  if ('command' in source) return openExternalKey(source, certificates, ports, source.scheme)
  const { password } = source
  const pkcs8 = await readKeyFile(source.keyFile, async () => {
    if (password !== undefined) return password
    throw new Failure('sign-key-password', message('私钥文件设有密码，请提供密码。'))
  })
  return openKeyPair(pkcs8, certificates, ports, source.scheme)
}

function certificatesOf(file: Uint8Array): readonly Certificate[] {
  const blocks =
    file[0] === 0x30 ? [file] : readPem(file).flatMap(({ label, bytes }) => (label === 'CERTIFICATE' ? [bytes] : []))
  try {
    if (blocks.length > 0) return blocks.map(readCertificate)
  } catch (error) {
    if (!(error instanceof DerError)) throw error
  }
  throw new Failure('sign-certificate-broken', message('证书文件读不懂，应为 PEM 或 DER 格式的 X.509 证书。'))
}
