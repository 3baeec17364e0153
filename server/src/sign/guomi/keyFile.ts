import { Failure } from '../../text/failure.ts'
import { message } from '../../text/message.ts'
import { DerError } from '../der.ts'
import { decryptPrivateKey, UnknownEncryption } from '../pbes2.ts'
import { type PemBlock, readPem } from '../pem.ts'
import { readSm2PrivateKey, wrapEcPrivateKey } from './keyInfo.ts'

/**
 * The SM2 key of a file, as PKCS#8: PEM or DER, PKCS#8 open or encrypted (PBES2 with AES or SM4), or an ECPrivateKey.
 * @param password used only when the key is encrypted
 * @throws Failure `sign-key-broken`, `sign-key-password`, `sign-key-unsupported`
 */
export function readSm2KeyFile(bytes: Uint8Array, password: string): Uint8Array {
  const block =
    bytes[0] === 0x30 ? { label: '', bytes } : readPem(bytes).find(({ label }) => label.endsWith('PRIVATE KEY'))
  if (!block) throw broken()
  try {
    const key = plainKey(block, password)
    readSm2PrivateKey(key)
    return key
  } catch (error) {
    if (error instanceof DerError) throw broken(error)
    if (error instanceof UnknownEncryption)
      throw new Failure(
        'sign-key-unsupported',
        message('私钥文件的加密方式（{0}）本版本不支持。请重新导出，选用 AES 或 SM4 加密。', error.message),
      )
    throw error
  }
}

function plainKey({ label, bytes }: PemBlock, password: string): Uint8Array {
  if (label === 'EC PRIVATE KEY' || label === 'SM2 PRIVATE KEY') return ecKey(bytes)
  if (label !== 'ENCRYPTED PRIVATE KEY' && !looksEncrypted(bytes)) return bytes
  const key = decryptPrivateKey(bytes, password)
  if (!key) throw new Failure('sign-key-password', message('私钥密码不对。密码区分大小写，请核对后再试。'))
  return key
}

function ecKey(bytes: Uint8Array): Uint8Array {
  const key = wrapEcPrivateKey(bytes)
  if (!key) throw new Failure('sign-key-unsupported', message('这个私钥不是国密 SM2 私钥，所用的曲线不同。'))
  return key
}

/** An EncryptedPrivateKeyInfo begins with an algorithm, a PrivateKeyInfo with its version. */
function looksEncrypted(bytes: Uint8Array): boolean {
  const long = (bytes[1] ?? 0) & 0x80 ? (bytes[1] ?? 0) & 0x7f : 0
  return bytes[2 + long] === 0x30
}

function broken(cause?: unknown): Failure {
  return new Failure(
    'sign-key-broken',
    message('私钥文件读不懂，应为 PEM 或 DER 格式的国密 SM2 私钥。请确认选对了文件，或重新导出。'),
    cause,
  )
}
