import type { Clock } from '../../ports/clock.ts'
import type { Crypto } from '../../ports/crypto.ts'
import type { Random } from '../../ports/random.ts'
import { Failure } from '../../text/failure.ts'
import { hex } from '../../text/hex.ts'
import { message } from '../../text/message.ts'
import { OID } from '../algorithms.ts'
import { type Certificate, readCertificate } from '../certificate.ts'
import { requireUsable } from '../currency.ts'
import { DerError, der, derInteger, derOid, TAG } from '../der.ts'
import { generalizedTime } from '../derTime.ts'
import type { SigningKey } from '../key.ts'
import { unfitness } from '../purpose.ts'
import { pictureType } from './picture.ts'
import { SEAL_MARK, SEAL_VERSION, type SealPicture } from './seal.ts'

export interface NewSeal {
  readonly name: string
  /** DER certificates of those who may use it. */
  readonly holders: readonly Uint8Array[]
  /** Only their SM3 digests are put in. */
  readonly digests?: boolean
  /** Its type is found by its bytes. Width and height in whole millimetres. */
  readonly picture: Omit<SealPicture, 'type'>
  readonly days: number
  readonly kind?: number
  /** 32 random hexadecimal digits when absent. */
  readonly id?: string
}

/** Of our program. */
const VENDOR = 'HONGTOU'
/** Of the seal as the standard's examples and the files of others have it: an organ's. */
const ORGAN_SEAL = 1
const MAX_MM = 200
const MAX_PICTURE = 1_000_000
const MAX_DAYS = 3650

/**
 * A seal after GB/T 38540—2020 clause 6, signed by its maker with SM2.
 * @throws Failure `seal-name`, `seal-holder`, `seal-picture`, `seal-days`, `seal-maker`, `sign-certificate-…`
 */
export async function createSeal(
  request: NewSeal,
  maker: SigningKey,
  { crypto, clock, random }: { readonly crypto: Crypto; readonly clock: Clock; readonly random: Random },
): Promise<Uint8Array> {
  const certificate = readCertificate(maker.chain[0] as Uint8Array)
  refuseBadRequest(request)
  if (maker.algorithm !== 'SM2')
    throw new Failure(
      'seal-maker',
      message('制章须用国密 SM2 证书，这是别的证书。测试可用 cert new --algorithm SM2 生成。'),
    )
  requireUsable(certificate, clock)
  const start = clock.now()
  const end = new Date(start.getTime() + request.days * 86_400_000)
  const list = await holderList(request, crypto)
  const property = der(
    TAG.sequence,
    derInteger(request.kind ?? ORGAN_SEAL),
    der(TAG.utf8, new TextEncoder().encode(request.name)),
    derInteger(request.digests ? 2 : 1),
    list,
    ...[start, start, end].map(generalizedTime),
  )
  const { bytes, width, height } = request.picture
  const picture = der(
    TAG.sequence,
    ia5(pictureType(bytes) as string),
    der(TAG.octetString, bytes),
    derInteger(width),
    derInteger(height),
  )
  const header = der(TAG.sequence, ia5(SEAL_MARK), derInteger(SEAL_VERSION), ia5(VENDOR))
  const info = der(TAG.sequence, header, ia5(request.id ?? hex(random.bytes(16))), property, picture)
  return signedValue(info, certificate, maker)
}

/** What is signed, the certificate, the algorithm and the signature: how seals and their signatures end alike. */
export async function signedValue(signed: Uint8Array, certificate: Certificate, key: SigningKey): Promise<Uint8Array> {
  return der(
    TAG.sequence,
    signed,
    der(TAG.octetString, certificate.bytes),
    derOid(OID.sm2WithSm3),
    der(TAG.bitString, Uint8Array.of(0), await key.sign(signed, 'SM3')),
  )
}

export function ia5(text: string): Uint8Array {
  return der(TAG.ia5, new TextEncoder().encode(text))
}

function refuseBadRequest({ name, holders, picture, days, id = '' }: NewSeal): void {
  if (name.trim() === '') throw new Failure('seal-name', message('请给出印章名称，例如“某某市人民政府”。'))
  if (!/^[\x20-\x7e]*$/.test(id)) throw new Failure('seal-name', message('印章标识“{0}”只能用英文字母和数字。', id))
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    throw new Failure('seal-days', message('有效期应为 1 至 {0} 天。', MAX_DAYS))
  if (holders.length === 0) throw new Failure('seal-holder', message('请给出持有人的证书，印章只有持有人能用。'))
  for (const holder of holders) refuseBadHolder(holder)
  refuseBadPicture(picture)
}

function refuseBadHolder(bytes: Uint8Array): void {
  let certificate: Certificate
  try {
    certificate = readCertificate(bytes)
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause
    throw new Failure('seal-holder', message('持有人的证书读不懂，应为 X.509 证书。'), cause)
  }
  if (certificate.keyKind !== 'SM2')
    throw new Failure(
      'seal-holder',
      message('持有人“{0}”的证书不是国密 SM2 证书，不能用于电子印章。', certificate.commonName),
    )
  const unfit = unfitness(certificate)
  if (unfit) throw new Failure('seal-holder', unfit)
}

function refuseBadPicture({ bytes, width, height }: NewSeal['picture']): void {
  if (!pictureType(bytes)) throw new Failure('seal-picture', message('印章图像应为 PNG、SVG 或 OFD 文件。'))
  if (bytes.length > MAX_PICTURE) throw new Failure('seal-picture', message('印章图像超过 1 MB，请缩小后再用。'))
  if (![width, height].every((side) => Number.isInteger(side) && side >= 1 && side <= MAX_MM))
    throw new Failure('seal-picture', message('印章图像的宽和高应为 1 至 {0} 的整数，单位毫米。', MAX_MM))
}

async function holderList({ holders, digests }: NewSeal, crypto: Crypto): Promise<Uint8Array> {
  if (!digests) return der(TAG.sequence, ...holders.map((bytes) => der(TAG.octetString, bytes)))
  const type = der(TAG.printable, new TextEncoder().encode('SM3'))
  const values = await Promise.all(holders.map((bytes) => crypto.digest('SM3', bytes)))
  return der(TAG.sequence, ...values.map((value) => der(TAG.sequence, type, der(TAG.octetString, value))))
}
