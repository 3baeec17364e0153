import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { OID } from './algorithms.ts'
import { DerError, der, derInteger, derOid, readWhole, sequence, TAG } from './der.ts'
import { wrapEcPrivateKey } from './guomi/keyInfo.ts'
import { decryptPrivateKey, UnknownEncryption } from './pbes2.ts'
import { type PemBlock, readPem } from './pem.ts'

/**
 * The key of a file, as PKCS#8: PEM or DER, PKCS#8 open or encrypted (PBES2 with AES or SM4), or as OpenSSL 1 wrote RSA
 * and EC keys. Whether the key in it is of any use is not looked at.
 * @param password asked for only when the key is encrypted
 * @throws Failure `sign-key-broken`, `sign-key-password`, `sign-key-unsupported`
 */
export async function readKeyFile(bytes: Uint8Array, password: () => Promise<string>): Promise<Uint8Array> {
  const block =
    bytes[0] === 0x30 ? { label: '', bytes } : readPem(bytes).find(({ label }) => label.endsWith('PRIVATE KEY'))
  if (!block) throw broken()
  try {
    const key = await plainKey(block, password)
    if (sequence(readWhole(key)).length < 3) throw new DerError('no PKCS#8')
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

async function plainKey({ label, bytes }: PemBlock, password: () => Promise<string>): Promise<Uint8Array> {
  if (label === 'RSA PRIVATE KEY') return wrap(bytes, der(TAG.sequence, derOid(OID.rsa), der(TAG.null)))
  if (label === 'EC PRIVATE KEY' || label === 'SM2 PRIVATE KEY') return wrapEcPrivateKey(bytes) ?? wrapEc(bytes)
  if (label !== 'ENCRYPTED PRIVATE KEY' && !looksEncrypted(bytes)) return bytes
  const key = decryptPrivateKey(bytes, await password())
  if (!key) throw new Failure('sign-key-password', message('私钥密码不对。密码区分大小写，请核对后再试。'))
  return key
}

/** An ECPrivateKey (RFC 5915) says itself which curve it is of. */
function wrapEc(bytes: Uint8Array): Uint8Array {
  const curve = sequence(readWhole(bytes)).find(({ tag }) => tag === 0xa0)
  if (!curve) throw new DerError('EC key without a curve')
  return wrap(bytes, der(TAG.sequence, derOid(OID.ecPublicKey), curve.content))
}

function wrap(key: Uint8Array, algorithm: Uint8Array): Uint8Array {
  return der(TAG.sequence, derInteger(0), algorithm, der(TAG.octetString, readWhole(key).whole))
}

/** An EncryptedPrivateKeyInfo begins with an algorithm, a PrivateKeyInfo with its version. */
function looksEncrypted(bytes: Uint8Array): boolean {
  const long = (bytes[1] ?? 0) & 0x80 ? (bytes[1] ?? 0) & 0x7f : 0
  return bytes[2 + long] === 0x30
}

function broken(cause?: unknown): Failure {
  return new Failure(
    'sign-key-broken',
    message('私钥文件读不懂，应为 PEM 或 DER 格式的私钥（PKCS#8）。请确认选对了文件，或重新导出。'),
    cause,
  )
}
