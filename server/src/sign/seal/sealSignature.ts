import type { Clock } from '../../ports/clock.ts'
import type { Crypto } from '../../ports/crypto.ts'
import { Failure } from '../../text/failure.ts'
import { message } from '../../text/message.ts'
import { visibleText } from '../../text/visible.ts'
import { readCertificate } from '../certificate.ts'
import { requireUsable } from '../currency.ts'
import {
  type Der,
  DerError,
  der,
  derInteger,
  expect,
  readBits,
  readOid,
  readSmallInteger,
  readWhole,
  sequence,
  TAG,
} from '../der.ts'
import { generalizedTime, readGeneralizedTime } from '../derTime.ts'
import type { SigningKey } from '../key.ts'
import { ia5, signedValue } from './createSeal.ts'
import { damaged, part, readExtensions, readIa5 } from './parts.ts'
import { readSeal, readSealValue } from './readSeal.ts'
import { SEAL_VERSION, type Seal, type SealExtension } from './seal.ts'
import { isHolder } from './verifySeal.ts'

/** A signature by seal (SES_Signature of GB/T 38540—2020 clause 7) as data. */
export interface SealSignature {
  /** DER of what was signed: the seal, time, digest and place of the text. */
  readonly signed: Uint8Array
  readonly seal: Seal
  /** As the signer claims. */
  readonly time: Date
  /** SM3 of the text. */
  readonly digest: Uint8Array
  /** Where the text is; in an OFD file the path of Signature.xml. */
  readonly property: string
  readonly extensions: readonly SealExtension[]
  /** DER of the signer's certificate. */
  readonly signer: Uint8Array
  readonly algorithm: string
  readonly signature: Uint8Array
  readonly timestamped: boolean
}

/**
 * Reads a SES_Signature; whether it is genuine is not looked at.
 * @throws Failure `seal-damaged`, with the part that cannot be read
 */
export function readSealSignature(bytes: Uint8Array): SealSignature {
  const [signed, signer, algorithm, signature, ...rest] = part('电子签章', () => sequence(readWhole(bytes)))
  const [version, seal, time, digest, property, ...extensions] = part('签章信息', () => sequence(signed))
  const numbered = part('签章的版本号', () => readSmallInteger(version))
  if (numbered !== SEAL_VERSION)
    throw damaged(message('这是第 {0} 版的电子签章，只认 GB/T 38540—2020 的第 4 版。', numbered))
  return {
    signed: (signed as Der).whole,
    seal: readSealValue(part('签章里的印章', () => expect(seal, TAG.sequence))),
    time: part('签章时间', () => readGeneralizedTime(time)),
    digest: part('原文的杂凑值', () => readBits(digest)),
    property: part('原文的属性', () => readIa5(property)),
    extensions: part('签章的自定义数据', () => readExtensions(extensions)),
    signer: part('签章人证书', () => expect(signer, TAG.octetString).content),
    algorithm: part('签章的算法', () => readOid(algorithm)),
    signature: part('签章人的签名', () => readBits(signature)),
    timestamped: part('时间戳', () => readTimestamp(rest)),
  }
}

/** [0] with a BIT STRING in it, which is not judged here. */
function readTimestamp(rest: readonly Der[]): boolean {
  const [value, ...more] = rest
  if (!value) return false
  if (more.length > 0 || value.tag !== 0xa0) throw new DerError('values left over')
  readBits(readWhole(value.content))
  return true
}

/**
 * Signs a text with a seal. Only a holder of the seal can.
 * @param seal SESeal, taken as it stands
 * @param property where the text is, in printable ASCII
 * @throws Failure `seal-damaged`, `seal-holder`, `seal-expired`, `seal-property`, `seal-signer`, `sign-certificate-…`
 */
export async function createSealSignature(
  seal: Uint8Array,
  content: Uint8Array,
  property: string,
  key: SigningKey,
  { crypto, clock }: { readonly crypto: Crypto; readonly clock: Clock },
): Promise<Uint8Array> {
  const read = readSeal(seal)
  const certificate = readCertificate(key.chain[0] as Uint8Array)
  if (key.algorithm !== 'SM2') throw new Failure('seal-signer', message('用电子印章签章须用国密 SM2 证书。'))
  requireUsable(certificate, clock)
  if (!/^[\x20-\x7e]+$/.test(property))
    throw new Failure('seal-property', message('原文的属性“{0}”只能用英文字母、数字和半角符号。', property))
  const now = clock.now()
  if (now < read.validFrom || now > read.validTo)
    throw new Failure('seal-expired', message('印章“{0}”现在不在有效期内，不能使用。', visibleText(read.name)))
  if (!(await isHolder(read, certificate, crypto)))
    throw new Failure(
      'seal-holder',
      message('印章“{0}”不属于“{1}”，不能使用。', visibleText(read.name), certificate.commonName),
    )
  const signed = der(
    TAG.sequence,
    derInteger(SEAL_VERSION),
    seal,
    generalizedTime(now),
    der(TAG.bitString, Uint8Array.of(0), await crypto.digest('SM3', content)),
    ia5(property),
  )
  return signedValue(signed, certificate, key)
}
