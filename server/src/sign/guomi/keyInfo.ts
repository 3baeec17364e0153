import { OID } from '../algorithms.ts'
import {
  type Der,
  DerError,
  der,
  derInteger,
  derOid,
  expect,
  readBits,
  readOid,
  readSmallInteger,
  readWhole,
  sequence,
  sequenceOf,
  TAG,
} from '../der.ts'
import { BASE, ORDER, octets, type Point, readPoint, toNumber } from './curve.ts'

/** An SM2 key says that it is one by its curve; the algorithm beside it is that of all elliptic curves. */
function isSm2Algorithm(value: Der | undefined): boolean {
  const [algorithm, curve, ...rest] = sequence(value)
  return (
    rest.length === 0 && readOid(algorithm) === OID.ecPublicKey && curve?.tag === TAG.oid && readOid(curve) === OID.sm2
  )
}

/**
 * The octets of the point in a SubjectPublicKeyInfo; whether they are a point is not looked at.
 * @throws DerError for another kind of key
 */
export function readSm2PublicKey(bytes: Uint8Array): Uint8Array {
  const [algorithm, point] = sequenceOf(readWhole(bytes), 2)
  if (!isSm2Algorithm(algorithm)) throw new DerError('no SM2 key')
  return readBits(point)
}

/** A key pair: the secret number, 1 to n − 2, and the point that belongs to it. */
interface Sm2Pair {
  readonly secret: bigint
  readonly point: Point
}

/**
 * The pair of a PKCS#8 PrivateKeyInfo (RFC 5958) with an ECPrivateKey (RFC 5915) in it. A point that stands in the file is
 * taken as it is, since working it out costs as much as a signature; a wrong one makes signatures that nobody accepts.
 * @throws DerError for another kind of key
 */
export function readSm2PrivateKey(bytes: Uint8Array): Sm2Pair {
  const [version, algorithm, key] = sequence(readWhole(bytes))
  if (readSmallInteger(version) > 1 || !isSm2Algorithm(algorithm)) throw new DerError('no SM2 key')
  return readPair(readWhole(expect(key, TAG.octetString).content))
}

/** Whether a PKCS#8 file holds an SM2 key. */
export function isSm2PrivateKey(bytes: Uint8Array): boolean {
  try {
    readSm2PrivateKey(bytes)
    return true
  } catch {
    return false
  }
}

function readPair(value: Der): Sm2Pair {
  const [version, first, ...rest] = sequence(value)
  if (readSmallInteger(version) !== 1) throw new DerError('EC key version')
  const { content } = expect(first, TAG.octetString)
  const secret = toNumber(content)
  if (content.length > 32 || secret < 1n || secret > ORDER - 2n) throw new DerError('SM2 secret')
  const written = rest.find(({ tag }) => tag === 0xa1)
  return { secret, point: written ? readPoint(readBits(readWhole(written.content))) : BASE.multiply(secret) }
}

/**
 * An ECPrivateKey (PEM “EC PRIVATE KEY”) as PKCS#8; undefined for a curve other than that of SM2.
 * @throws DerError for what is no such key
 */
export function wrapEcPrivateKey(bytes: Uint8Array): Uint8Array | undefined {
  const value = readWhole(bytes)
  const curve = sequence(value).find(({ tag }) => tag === 0xa0)
  if (!curve || readOid(readWhole(curve.content)) !== OID.sm2) return undefined
  return sm2PrivateKey(readPair(value).secret)
}

/** SubjectPublicKeyInfo of the key that belongs to a secret. */
export function sm2PublicKey(secret: bigint): Uint8Array {
  const point = BASE.multiply(secret).toBytes(false)
  return der(TAG.sequence, algorithm(), der(TAG.bitString, Uint8Array.of(0), point))
}

/** PKCS#8 of a secret, with the public key in it as GB/T 35276—2017 wants it at hand. */
export function sm2PrivateKey(secret: bigint): Uint8Array {
  const point = der(TAG.bitString, Uint8Array.of(0), BASE.multiply(secret).toBytes(false))
  const key = der(TAG.sequence, derInteger(1), der(TAG.octetString, octets(secret)), der(0xa1, point))
  return der(TAG.sequence, derInteger(0), algorithm(), der(TAG.octetString, key))
}

function algorithm(): Uint8Array {
  return der(TAG.sequence, derOid(OID.ecPublicKey), derOid(OID.sm2))
}
