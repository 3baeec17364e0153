import * as builtin from 'node:crypto'
import { constants, createHash, createPrivateKey, createPublicKey, getHashes, sign, verify } from 'node:crypto'
import type { Crypto, DigestName, SignatureAlgorithm } from '../ports/crypto.ts'
import { nodeRandom } from './random.ts'

const HASHES: Readonly<Record<DigestName, string>> = {
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
  SM3: 'sm3',
}

/** Algorithms that OpenSSL does as the standards want it; SM2 it signs with an empty identity, which nobody else accepts. */
type NativeAlgorithm = Exclude<SignatureAlgorithm, 'SM2'>

function optionsOf(algorithm: NativeAlgorithm): { padding?: number; saltLength?: number; dsaEncoding?: 'der' } {
  switch (algorithm) {
    case 'RSA-PKCS1':
      return { padding: constants.RSA_PKCS1_PADDING }
    case 'RSA-PSS':
      return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    case 'ECDSA':
      return { dsaEncoding: 'der' }
  }
}

const KEY_TYPES: Readonly<Record<NativeAlgorithm, readonly string[]>> = {
  'RSA-PKCS1': ['rsa'],
  'RSA-PSS': ['rsa', 'rsa-pss'],
  ECDSA: ['ec'],
}

/** SM2 in plain JavaScript, loaded when the first SM2 key turns up. */
const loadSm2 = () => import('../sign/guomi/sm2.ts')

const isOneShot = 'hash' in builtin

/** Hashes and signatures by OpenSSL as Node carries it, and SM2 by our own code. */
export const nodeCrypto: Crypto = {
  async digest(name, bytes) {
    if (name === 'SM3' && !getHashes().includes('sm3')) return (await import('../sign/guomi/sm3.ts')).sm3(bytes)
    // At once where Node can (20.12, 21.7): many thousand lines of a log would each leave an object to be cleared away.
    if (isOneShot) return new Uint8Array(builtin.hash(HASHES[name], bytes, 'buffer'))
    return new Uint8Array(createHash(HASHES[name]).update(bytes).digest())
  },

  async sign(privateKey, algorithm, digest, bytes) {
    if (algorithm === 'SM2') return (await loadSm2()).signSm2(privateKey, bytes, nodeRandom)
    const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
    return new Uint8Array(sign(HASHES[digest], bytes, { key, ...optionsOf(algorithm) }))
  },

  async publicKeyOf(privateKey) {
    try {
      const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
      return new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }))
    } catch {
      return undefined
    }
  },

  async verify(publicKey, algorithm, digest, signature, bytes) {
    try {
      if (algorithm === 'SM2') return digest === 'SM3' && (await loadSm2()).verifySm2(publicKey, signature, bytes)
      const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
      if (!KEY_TYPES[algorithm].includes(key.asymmetricKeyType ?? '')) return false
      return verify(HASHES[digest], bytes, { key, ...optionsOf(algorithm) }, signature)
    } catch {
      // A key or signature that cannot be read proves nothing.
      return false
    }
  },
}
