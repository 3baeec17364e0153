import { constants, createHash, createPrivateKey, createPublicKey, getHashes, sign, verify } from 'node:crypto'
import type { Crypto, DigestName, SignatureAlgorithm } from '../ports/crypto.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'

const HASHES: Readonly<Record<DigestName, string>> = {
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
  SM3: 'sm3',
}

function optionsOf(algorithm: SignatureAlgorithm): { padding?: number; saltLength?: number; dsaEncoding?: 'der' } {
  switch (algorithm) {
    case 'RSA-PKCS1':
      return { padding: constants.RSA_PKCS1_PADDING }
    case 'RSA-PSS':
      return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    case 'ECDSA':
      return { dsaEncoding: 'der' }
    case 'SM2':
      // Node signs SM2 with an empty identity only, which no other national-standard implementation accepts.
      throw new Failure('crypto-sm2', message('本版本还不支持国密 SM2 签名，请改用 RSA 证书。'))
  }
}

const KEY_TYPES: Readonly<Record<SignatureAlgorithm, readonly string[]>> = {
  'RSA-PKCS1': ['rsa'],
  'RSA-PSS': ['rsa', 'rsa-pss'],
  ECDSA: ['ec'],
  SM2: [],
}

/** Hashes and signatures by OpenSSL as Node carries it. */
export const nodeCrypto: Crypto = {
  async digest(name, bytes) {
    if (name === 'SM3' && !getHashes().includes('sm3'))
      throw new Failure('crypto-sm3', message('当前的 Node.js 不带国密 SM3 算法，请换用完整版的 Node.js。'))
    return new Uint8Array(createHash(HASHES[name]).update(bytes).digest())
  },

  async sign(privateKey, algorithm, digest, bytes) {
    const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
    return new Uint8Array(sign(HASHES[digest], bytes, { key, ...optionsOf(algorithm) }))
  },

  async verify(publicKey, algorithm, digest, signature, bytes) {
    const options = optionsOf(algorithm)
    try {
      const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
      if (!KEY_TYPES[algorithm].includes(key.asymmetricKeyType ?? '')) return false
      return verify(HASHES[digest], bytes, { key, ...options }, signature)
    } catch {
      // A key that OpenSSL cannot read proves nothing.
      return false
    }
  },
}
