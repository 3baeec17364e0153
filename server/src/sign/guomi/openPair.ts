import type { Clock } from '../../ports/clock.ts'
import type { Crypto } from '../../ports/crypto.ts'
import { Failure } from '../../text/failure.ts'
import { message } from '../../text/message.ts'
import type { Certificate } from '../certificate.ts'
import { requireUsable } from '../currency.ts'
import { DerError, sameBytes } from '../der.ts'
import type { SigningKey } from '../key.ts'
import { orderChain } from '../orderChain.ts'
import { readSm2PrivateKey, sm2PrivateKey, sm2PublicKey } from './keyInfo.ts'

/**
 * A signing key of an SM2 key and the certificates beside it, from whatever file they came.
 * @param pkcs8 an SM2 key; any other fits no certificate
 * @throws Failure `sign-p12-no-key` when no certificate is that of the key, `sign-certificate-…`
 */
export function openSm2Pair(
  pkcs8: Uint8Array,
  certificates: readonly Certificate[],
  ports: { readonly crypto: Crypto; readonly clock: Clock },
): SigningKey {
  const secret = readSecret(pkcs8)
  const publicKey = secret && sm2PublicKey(secret)
  const own = publicKey && certificates.find((certificate) => sameBytes(certificate.publicKey, publicKey))
  if (!secret || !own)
    throw new Failure('sign-p12-no-key', message('私钥与证书不是一对，不能签章。请确认选对了文件，或重新导出证书。'))
  requireUsable(own, ports.clock)
  // Written anew, so that the point in it is the one that belongs to the secret.
  const key = sm2PrivateKey(secret)
  return {
    chain: orderChain(own, certificates).map(({ bytes }) => bytes),
    algorithm: 'SM2',
    sign: (signedAttributes, digest) => ports.crypto.sign(key, 'SM2', digest, signedAttributes),
  }
}

function readSecret(pkcs8: Uint8Array): bigint | undefined {
  try {
    return readSm2PrivateKey(pkcs8).secret
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}
