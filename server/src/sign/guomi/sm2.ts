import { concatBytes } from '@noble/hashes/utils.js'
import type { Random } from '../../ports/random.ts'
import { DerError, der, expect, readWhole, sequenceOf, TAG } from '../der.ts'
import { BASE, curveAndPoint, ORDER, octets, type Point, readPoint, scalars, toNumber } from './curve.ts'
import { readSm2PrivateKey, readSm2PublicKey } from './keyInfo.ts'
import { sm3 } from './sm3.ts'

/**
 * Who signs, for the digest. GB/T 35276—2017 clause 10 fixes this value where two parties have not agreed on another one,
 * and all certificates and seals use it.
 */
const IDENTITY = new TextEncoder().encode('1234567812345678')

/** e of GB/T 32918.2—2016 6.1: SM3 over Z ‖ text, where Z (5.5) binds the identity, the curve and the key. */
function digestFor(point: Point, text: Uint8Array): bigint {
  const bits = IDENTITY.length * 8
  const z = sm3(concatBytes(Uint8Array.of(bits >> 8, bits & 255), IDENTITY, ...curveAndPoint(point)))
  return toNumber(sm3(concatBytes(z, text)))
}

/** From 1 to n − 1; 16 octets more than needed, so that no value is more likely than another. */
function drawNonce(random: Random): bigint {
  return (toNumber(random.bytes(48)) % (ORDER - 1n)) + 1n
}

/**
 * An SM2 signature with SM3 (GB/T 32918.2—2016 6.1) in the DER of GB/T 35276—2017 7.3.
 * @param privateKey PKCS#8
 * @throws DerError for a key that is no SM2 key
 */
export function signSm2(privateKey: Uint8Array, text: Uint8Array, random: Random): Uint8Array {
  const { secret, point } = readSm2PrivateKey(privateKey)
  const e = digestFor(point, text)
  for (;;) {
    const k = drawNonce(random)
    const r = scalars.create(e + BASE.multiply(k).toAffine().x)
    if (r === 0n || r + k === ORDER) continue
    const s = scalars.mul(scalars.inv(secret + 1n), scalars.create(k - r * secret))
    if (s !== 0n) return der(TAG.sequence, positive(r), positive(s))
  }
}

/**
 * GB/T 32918.2—2016 7.1. There is one DER for a pair of numbers and no second pair for a signature, so that a signature
 * cannot be spelt in another way.
 * @param publicKey SubjectPublicKeyInfo
 * @throws DerError for a key that is no SM2 key, and for what is no signature
 */
export function verifySm2(publicKey: Uint8Array, signature: Uint8Array, text: Uint8Array): boolean {
  const point = readPoint(readSm2PublicKey(publicKey))
  const [r, s] = sequenceOf(readWhole(signature), 2).map((value) => readScalar(expect(value, TAG.integer).content))
  const t = scalars.create((r as bigint) + (s as bigint))
  if (t === 0n) return false
  const sum = BASE.mulAddUnsafe(s as bigint, point, t)
  if (sum.is0()) return false
  return scalars.create(digestFor(point, text) + sum.toAffine().x) === r
}

/** A number from 1 to n − 1, spelt as DER wants it. */
function readScalar(content: Uint8Array): bigint {
  const [first = 0x80, second = 0] = content
  const value = toNumber(content)
  if (first >= 0x80 || (content.length > 1 && first === 0 && second < 0x80) || value < 1n || value >= ORDER)
    throw new DerError('SM2 signature')
  return value
}

function positive(value: bigint): Uint8Array {
  const bytes = octets(value)
  const shown = bytes.subarray(bytes.findIndex((byte) => byte !== 0))
  return der(TAG.integer, ...((shown[0] as number) >= 0x80 ? [Uint8Array.of(0)] : []), shown)
}
