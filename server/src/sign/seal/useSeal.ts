import type { Clock } from '../../ports/clock.ts'
import type { Crypto } from '../../ports/crypto.ts'
import { Failure } from '../../text/failure.ts'
import { message } from '../../text/message.ts'
import { visibleText } from '../../text/visible.ts'
import { readCertificate } from '../certificate.ts'
import type { SigningKey } from '../key.ts'
import { readSeal } from './readSeal.ts'
import { isHolder, judgeSeal } from './verifySeal.ts'

/**
 * The picture of an electronic seal for whoever may use it today.
 * @throws Failure `seal-damaged`, `seal-unfit` for a seal that is not good, `seal-holder`
 */
export async function pictureOfSeal(
  bytes: Uint8Array,
  key: SigningKey,
  ports: { readonly crypto: Crypto; readonly clock: Clock },
): Promise<Uint8Array> {
  const seal = readSeal(bytes)
  const { problems } = await judgeSeal(seal, ports.clock.now(), [], ports)
  const wrong = problems.find(({ severity }) => severity === 'error')
  if (wrong) throw new Failure('seal-unfit', message('电子印章不能用：{0}', wrong.message))
  const certificate = readCertificate(key.chain[0] as Uint8Array)
  if (!(await isHolder(seal, certificate, ports.crypto)))
    throw new Failure(
      'seal-holder',
      message('印章“{0}”不属于“{1}”，不能使用。', visibleText(seal.name), certificate.commonName),
    )
  return seal.picture.bytes
}
