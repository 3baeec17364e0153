import forge from 'node-forge'
import type { Random } from '../ports/random.ts'
import { OID } from './algorithms.ts'
import { der, derInteger, derOid, TAG } from './der.ts'
import { encryptPrivateKey } from './pbes2.ts'

const P12 = {
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509: '1.2.840.113549.1.9.22.1',
  localKeyId: '1.2.840.113549.1.9.21',
  sha1: '1.3.14.3.2.26',
} as const

const MAC_COUNT = 2048

/**
 * A PKCS#12 file (RFC 7292) with a key of any kind, where node-forge writes RSA keys only. The key is encrypted with
 * AES-256, the certificates stand open, SHA-1 guards the whole with the MAC that every program understands.
 * @param password printable ASCII
 */
export function packP12(
  privateKey: Uint8Array,
  certificates: readonly Uint8Array[],
  password: string,
  random: Random,
): Uint8Array {
  const keyId = der(TAG.octetString, Uint8Array.of(1))
  const mark = der(TAG.set, der(TAG.sequence, derOid(P12.localKeyId), der(TAG.set, keyId)))
  const bag = (oid: string, value: Uint8Array, ...attributes: readonly Uint8Array[]): Uint8Array =>
    der(TAG.sequence, derOid(oid), der(0xa0, value), ...attributes)
  const open = (bytes: Uint8Array): Uint8Array =>
    der(TAG.sequence, derOid(P12.x509), der(0xa0, der(TAG.octetString, bytes)))
  const bags = certificates.map((bytes, i) => bag(P12.certificateBag, open(bytes), ...(i === 0 ? [mark] : [])))
  const key = bag(P12.shroudedKeyBag, encryptPrivateKey(privateKey, password, random), mark)
  const safe = der(TAG.sequence, data(der(TAG.sequence, ...bags)), data(der(TAG.sequence, key)))
  return der(TAG.sequence, derInteger(3), data(safe), mac(safe, password, random))
}

function data(content: Uint8Array): Uint8Array {
  return der(TAG.sequence, derOid(OID.data), der(0xa0, der(TAG.octetString, content)))
}

/** MacData: HMAC-SHA-1 under a key that RFC 7292 annex B makes of the password (purpose 3). */
function mac(safe: Uint8Array, password: string, random: Random): Uint8Array {
  const salt = random.bytes(16)
  const binary = forge.util.binary.raw
  const saltBuffer = forge.util.createBuffer(binary.encode(salt))
  const hmac = forge.hmac.create()
  hmac.start('sha1', forge.pkcs12.generateKey(password, saltBuffer, 3, MAC_COUNT, 20).getBytes())
  hmac.update(binary.encode(safe))
  const digest = binary.decode(hmac.getMac().getBytes())
  const algorithm = der(TAG.sequence, derOid(P12.sha1), der(TAG.null))
  const info = der(TAG.sequence, algorithm, der(TAG.octetString, digest))
  const count = derInteger(MAC_COUNT)
  return der(TAG.sequence, info, der(TAG.octetString, salt), count)
}
