import type { Clock } from '../ports/clock.ts'
import type { Crypto, SignatureAlgorithm } from '../ports/crypto.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { OID } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { requireUsable } from './currency.ts'
import { readOid, readWhole, sameBytes, sequence } from './der.ts'
import { isSm2PrivateKey } from './guomi/keyInfo.ts'
import { openSm2Pair } from './guomi/openPair.ts'
import type { SigningKey } from './key.ts'
import { orderChain } from './orderChain.ts'

/** How RSA keys are to sign; those that may sign in one way only do so. */
export type RsaScheme = 'PKCS1' | 'PSS'

/**
 * A signing key of a private key and the certificates beside it, from whatever file they came.
 * The key itself stays in the closure and is used through the Crypto port.
 * @param pkcs8 DER of the private key
 * @throws Failure `sign-p12-no-key` when no certificate is that of the key, `sign-key-unsupported`, `sign-certificate-…`
 */
export async function openKeyPair(
  pkcs8: Uint8Array,
  certificates: readonly Certificate[],
  ports: { readonly crypto: Crypto; readonly clock: Clock },
  scheme: RsaScheme = 'PKCS1',
): Promise<SigningKey> {
  if (isSm2PrivateKey(pkcs8)) return openSm2Pair(pkcs8, certificates, ports)
  const publicKey = await ports.crypto.publicKeyOf(pkcs8)
  const own = publicKey && certificates.find((certificate) => sameBytes(certificate.publicKey, publicKey))
  if (!own)
    throw new Failure('sign-p12-no-key', message('私钥与证书不是一对，不能签章。请确认选对了文件，或重新导出证书。'))
  requireUsable(own, ports.clock)
  const algorithm = algorithmFor(own, scheme)
  return {
    chain: orderChain(own, certificates).map(({ bytes }) => bytes),
    algorithm,
    sign: (signedAttributes, digest) => ports.crypto.sign(pkcs8, algorithm, digest, signedAttributes),
  }
}

/**
 * The algorithm with which the key of a certificate signs.
 * @throws Failure `sign-key-unsupported`
 */
export function algorithmFor(certificate: Certificate, scheme: RsaScheme): SignatureAlgorithm {
  const { keyKind, curve, publicKey } = certificate
  if (keyKind === 'SM2') return 'SM2'
  if (keyKind === 'EC' && curve) return 'ECDSA'
  if (keyKind === 'RSA') return scheme === 'PSS' || isPssKey(publicKey) ? 'RSA-PSS' : 'RSA-PKCS1'
  throw new Failure(
    'sign-key-unsupported',
    message(
      '“{0}”的证书所用的密钥本版本不支持。请改用 RSA、椭圆曲线 P-256、P-384 或国密 SM2 证书。',
      certificate.commonName,
    ),
  )
}

function isPssKey(publicKey: Uint8Array): boolean {
  const [algorithm] = sequence(readWhole(publicKey))
  return readOid(sequence(algorithm)[0]) === OID.rsaPss
}
