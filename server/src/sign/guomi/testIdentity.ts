import type { Clock } from '../../ports/clock.ts'
import type { Random } from '../../ports/random.ts'
import { signatureIdentifier } from '../algorithms.ts'
import { der, derInteger, derOid, TAG } from '../der.ts'
import { certificateTime } from '../derTime.ts'
import type { NewIdentity } from '../identity.ts'
import { packP12 } from '../p12Writer.ts'
import { toPem } from '../pem.ts'
import { markedName, TEST_MARK } from '../testMark.ts'
import { ORDER, toNumber } from './curve.ts'
import { readSm2PublicKey, sm2PrivateKey, sm2PublicKey } from './keyInfo.ts'
import { signSm2 } from './sm2.ts'
import { sm3 } from './sm3.ts'

/** A self-signed SM2 test identity (certificate after GB/T 20518—2018), marked as `createIdentity` says. */
export function createSm2Identity(
  request: NewIdentity,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): { readonly p12: Uint8Array; readonly pem: string } {
  // From 1 to n − 2; 16 octets more than needed, so that no secret is more likely than another.
  const secret = (toNumber(random.bytes(48)) % (ORDER - 2n)) + 1n
  const privateKey = sm2PrivateKey(secret)
  const start = new Date(clock.now().getTime() - 60_000)
  const signed = der(
    TAG.sequence,
    der(0xa0, derInteger(2)),
    serialNumber(random),
    signatureIdentifier('SM2', 'SM3'),
    names(request),
    der(TAG.sequence, certificateTime(start), certificateTime(new Date(start.getTime() + request.days * 86_400_000))),
    names(request),
    sm2PublicKey(secret),
    der(0xa3, extensions(secret)),
  )
  const signature = der(TAG.bitString, Uint8Array.of(0), signSm2(privateKey, signed, random))
  const certificate = der(TAG.sequence, signed, signatureIdentifier('SM2', 'SM3'), signature)
  return {
    p12: packP12(privateKey, [certificate], request.password, random),
    pem: toPem('CERTIFICATE', certificate),
  }
}

/** The first octet is kept between 40 and 7f: positive, and no leading zero. */
function serialNumber(random: Random): Uint8Array {
  const [first = 0, ...rest] = random.bytes(16)
  return der(TAG.integer, Uint8Array.of((first & 0x3f) | 0x40, ...rest))
}

function names({ name, organ }: NewIdentity): Uint8Array {
  const utf8 = (text: string): Uint8Array => der(TAG.utf8, new TextEncoder().encode(text))
  const named = (oid: string, value: Uint8Array): Uint8Array => der(TAG.set, der(TAG.sequence, derOid(oid), value))
  return der(
    TAG.sequence,
    named('2.5.4.6', der(TAG.printable, new TextEncoder().encode('CN'))),
    ...(organ ? [named('2.5.4.10', utf8(organ))] : []),
    named('2.5.4.11', utf8(TEST_MARK)),
    named('2.5.4.3', utf8(markedName(name))),
  )
}

function extensions(secret: bigint): Uint8Array {
  const yes = der(TAG.boolean, Uint8Array.of(0xff))
  const extension = (oid: string, value: Uint8Array, ...critical: readonly Uint8Array[]): Uint8Array =>
    der(TAG.sequence, derOid(oid), ...critical, der(TAG.octetString, value))
  const keyId = sm3(readSm2PublicKey(sm2PublicKey(secret))).subarray(0, 20)
  return der(
    TAG.sequence,
    extension('2.5.29.19', der(TAG.sequence, yes, derInteger(0)), yes),
    // digitalSignature, nonRepudiation and keyCertSign; two bits of the octet are unused.
    extension('2.5.29.15', der(TAG.bitString, Uint8Array.of(2, 0b1100_0100)), yes),
    extension('2.5.29.14', der(TAG.octetString, keyId)),
  )
}
