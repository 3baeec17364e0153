import { message } from '../../text/message.ts'
import { visibleText } from '../../text/visible.ts'
import {
  type Der,
  DerError,
  expect,
  readBits,
  readOid,
  readSmallInteger,
  readWhole,
  sequence,
  sequenceOf,
  TAG,
} from '../der.ts'
import { readGeneralizedTime } from '../derTime.ts'
import { damaged, part, readExtensions, readIa5, readUtf8 } from './parts.ts'
import { SEAL_MARK, SEAL_VERSION, type Seal, type SealHolders, type SealPicture } from './seal.ts'

/** SES_CertList by certListType. */
const CERTIFICATES = 1
const DIGESTS = 2

/**
 * Reads a SESeal; whether it is genuine is not looked at.
 * @throws Failure `seal-damaged`, with the part that cannot be read
 */
export function readSeal(bytes: Uint8Array): Seal {
  return readSealValue(part('电子印章', () => readWhole(bytes)))
}

export function readSealValue(whole: Der): Seal {
  const [info, maker, algorithm, signature] = part('电子印章', () => sequenceOf(whole, 4))
  const [header, id, property, picture, ...rest] = part('印章信息', () => sequence(info))
  const [mark, version, vendor] = part('印章的头信息', () => sequenceOf(header, 3))
  const marked = part('印章的头标识', () => readIa5(mark))
  if (marked !== SEAL_MARK)
    throw damaged(message('头标识是“{0}”而不是“ES”，这不是电子印章，或者被改动过。', visibleText(marked)))
  const numbered = part('印章的版本号', () => readSmallInteger(version))
  if (numbered !== SEAL_VERSION)
    throw damaged(message('这是第 {0} 版的电子印章，只认 GB/T 38540—2020 的第 4 版。', numbered))
  return {
    bytes: whole.whole,
    signed: (info as Der).whole,
    vendor: part('印章的厂商标识', () => readIa5(vendor)),
    id: part('印章标识', () => readIa5(id)),
    ...readProperty(property),
    picture: readPicture(picture),
    extensions: part('印章的自定义数据', () => readExtensions(rest)),
    maker: part('制章人证书', () => expect(maker, TAG.octetString).content),
    algorithm: part('制章签名的算法', () => readOid(algorithm)),
    signature: part('制章人的签名', () => readBits(signature)),
  }
}

function readProperty(
  value: Der | undefined,
): Pick<Seal, 'kind' | 'name' | 'holders' | 'created' | 'validFrom' | 'validTo'> {
  const [kind, name, listType, list, created, from, to] = part('印章属性', () => sequenceOf(value, 7))
  return {
    kind: part('印章类型', () => readSmallInteger(kind)),
    name: part('印章名称', () => readUtf8(name)),
    holders: part('印章的持有人证书列表', () => readHolders(listType, list)),
    created: part('印章的制作日期', () => readGeneralizedTime(created)),
    validFrom: part('印章有效期的开始日期', () => readGeneralizedTime(from)),
    validTo: part('印章有效期的结束日期', () => readGeneralizedTime(to)),
  }
}

function readHolders(listType: Der | undefined, list: Der | undefined): SealHolders {
  const members = sequence(list)
  if (members.length === 0) throw new DerError('no holder')
  switch (readSmallInteger(listType)) {
    case CERTIFICATES:
      return { kind: 'certificates', list: members.map((member) => expect(member, TAG.octetString).content) }
    case DIGESTS:
      return { kind: 'digests', list: members.map(readDigest) }
    default:
      throw new DerError('certListType')
  }
}

function readDigest(member: Der): { readonly type: string; readonly value: Uint8Array } {
  const [type, value] = sequenceOf(member, 2)
  const text = new TextDecoder('latin1').decode(expect(type, TAG.printable).content)
  return { type: text, value: expect(value, TAG.octetString).content }
}

function readPicture(value: Der | undefined): SealPicture {
  const [type, bytes, width, height] = part('印章图像', () => sequenceOf(value, 4))
  return {
    type: part('印章图像的类型', () => readIa5(type)),
    bytes: part('印章图像的数据', () => expect(bytes, TAG.octetString).content),
    width: part('印章图像的宽度', () => readSmallInteger(width)),
    height: part('印章图像的高度', () => readSmallInteger(height)),
  }
}
