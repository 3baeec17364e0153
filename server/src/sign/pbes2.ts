import { sha1 } from '@noble/hashes/legacy.js'
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import forge from 'node-forge'
import type { Random } from '../ports/random.ts'
import {
  type Der,
  DerError,
  der,
  derInteger,
  derOid,
  expect,
  readOid,
  readWhole,
  sequence,
  sequenceOf,
  TAG,
} from './der.ts'
import { sm3 } from './guomi/sm3.ts'
import { decryptSm4 } from './guomi/sm4.ts'

const PBES2 = '1.2.840.113549.1.5.13'
const PBKDF2 = '1.2.840.113549.1.5.12'
const HMAC_SHA256 = '1.2.840.113549.2.9'
const AES256_CBC = '2.16.840.1.101.3.4.1.42'

const PRFS: Readonly<Record<string, typeof sha1 | typeof sha256 | typeof sha512 | typeof sm3>> = {
  '1.2.840.113549.2.7': sha1,
  [HMAC_SHA256]: sha256,
  '1.2.840.113549.2.10': sha384,
  '1.2.840.113549.2.11': sha512,
  // GM/T 0006 names HMAC-SM3 by the first, OpenSSL by the second.
  '1.2.156.10197.1.401.2': sm3,
  '1.2.156.10197.1.401.3.1': sm3,
}

type Decrypt = (key: Uint8Array, vector: Uint8Array, secret: Uint8Array) => Uint8Array | undefined

const CIPHERS: Readonly<Record<string, { readonly length: number; readonly decrypt: Decrypt }>> = {
  '2.16.840.1.101.3.4.1.2': { length: 16, decrypt: decryptAes },
  '2.16.840.1.101.3.4.1.22': { length: 24, decrypt: decryptAes },
  [AES256_CBC]: { length: 32, decrypt: decryptAes },
  '1.2.156.10197.1.104.2': { length: 16, decrypt: decryptSm4 },
}

/** Far above what programs write, and still a matter of seconds: a file shall not be able to stop the program. */
const MAX_COUNT = 1_000_000
const WRITTEN_COUNT = 10_000

/** The file is encrypted in a way that is not known here. */
export class UnknownEncryption extends Error {
  override readonly name = 'UnknownEncryption'
}

/**
 * The PKCS#8 key in an EncryptedPrivateKeyInfo with PBES2 (RFC 8018): PBKDF2 with HMAC-SHA or HMAC-SM3, AES or SM4 in CBC.
 * @returns undefined for a wrong password
 * @throws DerError for what is no such structure, UnknownEncryption for another method
 */
export function decryptPrivateKey(bytes: Uint8Array, password: string): Uint8Array | undefined {
  const [algorithm, secret] = sequenceOf(readWhole(bytes), 2)
  const [scheme, parameters] = sequence(algorithm)
  if (readOid(scheme) !== PBES2) throw new UnknownEncryption(readOid(scheme))
  const [derivation, encryption] = sequenceOf(parameters, 2)
  const [cipherOid, vector] = sequenceOf(encryption, 2)
  const cipher = CIPHERS[readOid(cipherOid)]
  if (!cipher) throw new UnknownEncryption(readOid(cipherOid))
  const key = deriveKey(derivation, cipher.length, password)
  const iv = expect(vector, TAG.octetString).content
  if (iv.length !== 16) throw new DerError('vector')
  const plain = cipher.decrypt(key, iv, expect(secret, TAG.octetString).content)
  // A wrong password passes the check of the padding once in 256 times, but never gives DER.
  return plain && isSequence(plain) ? plain : undefined
}

function isSequence(bytes: Uint8Array): boolean {
  try {
    return sequence(readWhole(bytes)).length >= 3
  } catch {
    return false
  }
}

function deriveKey(derivation: Der | undefined, length: number, password: string): Uint8Array {
  const [oid, parameters] = sequenceOf(derivation, 2)
  if (readOid(oid) !== PBKDF2) throw new UnknownEncryption(readOid(oid))
  const [salt, count, ...rest] = sequence(parameters)
  const prf = rest.find(({ tag }) => tag === TAG.sequence)
  const prfOid = prf ? readOid(sequence(prf)[0]) : '1.2.840.113549.2.7'
  const hash = PRFS[prfOid]
  if (!hash) throw new UnknownEncryption(prfOid)
  const c = expect(count, TAG.integer).content.reduce((sum, byte) => sum * 256 + byte, 0)
  if (c < 1 || c > MAX_COUNT) throw new UnknownEncryption(`PBKDF2 ${c}`)
  return pbkdf2(hash, new TextEncoder().encode(password), expect(salt, TAG.octetString).content, { c, dkLen: length })
}

/** PKCS#8 encrypted with AES-256-CBC under PBKDF2-HMAC-SHA-256: what every program of today can open. */
export function encryptPrivateKey(plain: Uint8Array, password: string, random: Random): Uint8Array {
  const salt = random.bytes(16)
  const vector = random.bytes(16)
  const key = pbkdf2(sha256, new TextEncoder().encode(password), salt, { c: WRITTEN_COUNT, dkLen: 32 })
  const count = derInteger(WRITTEN_COUNT)
  const prf = der(TAG.sequence, derOid(HMAC_SHA256), der(TAG.null))
  const derivation = der(TAG.sequence, derOid(PBKDF2), der(TAG.sequence, der(TAG.octetString, salt), count, prf))
  const encryption = der(TAG.sequence, derOid(AES256_CBC), der(TAG.octetString, vector))
  const algorithm = der(TAG.sequence, derOid(PBES2), der(TAG.sequence, derivation, encryption))
  return der(TAG.sequence, algorithm, der(TAG.octetString, encryptAes(key, vector, plain)))
}

const binary = forge.util.binary.raw

function decryptAes(key: Uint8Array, vector: Uint8Array, secret: Uint8Array): Uint8Array | undefined {
  const cipher = forge.cipher.createDecipher('AES-CBC', binary.encode(key))
  cipher.start({ iv: binary.encode(vector) })
  cipher.update(forge.util.createBuffer(binary.encode(secret)))
  return cipher.finish() ? binary.decode(cipher.output.getBytes()) : undefined
}

function encryptAes(key: Uint8Array, vector: Uint8Array, plain: Uint8Array): Uint8Array {
  const cipher = forge.cipher.createCipher('AES-CBC', binary.encode(key))
  cipher.start({ iv: binary.encode(vector) })
  cipher.update(forge.util.createBuffer(binary.encode(plain)))
  cipher.finish()
  return binary.decode(cipher.output.getBytes())
}
