import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import { type Network, NetworkError, type NetworkErrorCode } from '../ports/network.ts'
import type { Random } from '../ports/random.ts'
import { Failure } from '../text/failure.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { AlgorithmError, digestIdentifier } from './algorithms.ts'
import { DerError, der, derInteger, readSmallInteger, readWhole, sameBytes, sequence, TAG } from './der.ts'
import { checkTimestamp, readTimestamp, type Timestamp } from './timestampToken.ts'

export interface TimestampPorts {
  readonly crypto: Crypto
  readonly clock: Clock
  readonly random: Random
  readonly network: Network
}

const DIGEST = 'SHA-256'
const BOUNDS = { milliseconds: 15_000, bytes: 1_000_000 }
/** How far the authority's clock may be from ours before something is wrong with one of them. */
const MAX_DIFFERENCE = 24 * 3_600_000

/**
 * Asks a timestamp authority for a token over these bytes (RFC 3161) and checks it before anybody relies on it. Only the
 * digest leaves the machine.
 * @returns DER of the token
 * @throws Failure `timestamp-…`
 */
export async function requestTimestamp(url: string, stamped: Uint8Array, ports: TimestampPorts): Promise<Uint8Array> {
  const { crypto, random } = ports
  // Positive and without a leading zero.
  const [first = 0, ...rest] = random.bytes(8)
  const nonce = der(TAG.integer, Uint8Array.of((first & 0x3f) | 0x40, ...rest))
  const imprint = der(
    TAG.sequence,
    digestIdentifier(DIGEST),
    der(TAG.octetString, await crypto.digest(DIGEST, stamped)),
  )
  const certificateWanted = der(TAG.boolean, Uint8Array.of(0xff))
  const question = {
    body: der(TAG.sequence, derInteger(1), imprint, nonce, certificateWanted),
    type: 'application/timestamp-query',
    accept: 'application/timestamp-reply',
  }
  const answer = await askAuthority(url, question, ports.network)
  try {
    const token = tokenOf(answer, url)
    await requireSound(readTimestamp(token), stamped, nonce, url, ports)
    return token
  } catch (error) {
    if (error instanceof DerError || error instanceof AlgorithmError)
      throw new Failure(
        'timestamp-answer',
        message('时间戳服务 {0} 的答复读不懂，不是 RFC 3161 的时间戳。', url),
        error,
      )
    throw error
  }
}

const WHY: Readonly<Record<NetworkErrorCode, Message>> = {
  address: message('时间戳服务的地址“{0}”不对，要以 http:// 或 https:// 开头。'),
  unreachable: message('连不上时间戳服务 {0}。请检查网络和地址。'),
  slow: message('时间戳服务 {0} 在 15 秒内没有答复。请稍后再试。'),
  refused: message('时间戳服务 {0} 拒绝了请求。请核对地址，或向服务方询问。'),
  'too-large': message('时间戳服务 {0} 的答复过大，没有采用。'),
}

async function askAuthority(
  url: string,
  question: Parameters<Network['ask']>[1],
  network: Network,
): Promise<Uint8Array> {
  try {
    return await network.ask(url, question, BOUNDS)
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error
    throw new Failure('timestamp-network', message(WHY[error.code].template, url), error)
  }
}

/** TimeStampResp: a status of 0 or 1 brings a token. */
function tokenOf(answer: Uint8Array, url: string): Uint8Array {
  const [status, token] = sequence(readWhole(answer))
  const code = readSmallInteger(sequence(status)[0])
  if (code > 1 || !token)
    throw new Failure(
      'timestamp-refused',
      message('时间戳服务 {0} 没有给时间戳（状态 {1}）。请向服务方询问。', url, code),
    )
  return token.whole
}

async function requireSound(
  timestamp: Timestamp,
  stamped: Uint8Array,
  nonce: Uint8Array,
  url: string,
  { crypto, clock }: TimestampPorts,
): Promise<void> {
  if (!timestamp.nonce || !sameBytes(timestamp.nonce, nonce))
    throw new Failure('timestamp-replayed', message('时间戳服务 {0} 给的是别人的旧时间戳，没有采用。', url))
  const check = await checkTimestamp(timestamp, stamped, crypto)
  if (!check.ok) throw new Failure('timestamp-unsound', check.reason)
  if (Math.abs(timestamp.time.getTime() - clock.now().getTime()) > MAX_DIFFERENCE)
    throw new Failure(
      'timestamp-time',
      message('时间戳服务 {0} 的时间与本机相差超过一天，没有采用。请核对本机的日期。', url),
    )
}
