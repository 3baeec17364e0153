import type { Crypto } from '../ports/crypto.ts'
import type { Finding, Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { AlgorithmError } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { DerError } from './der.ts'
import { problem } from './problem.ts'
import { ANY_PURPOSE } from './purpose.ts'
import { type Evidence, judgeRevocation } from './revocation.ts'
import { checkTimestamp, readTimestamp, TIMESTAMPING, type Timestamp } from './timestampToken.ts'
import { judgeTrust } from './trust.ts'
import type { SignatureVerdict } from './verdict.ts'

/** What a timestamp token is worth. */
export interface Witness {
  /** It is over what it should be and rightly signed by a timestamp certificate. */
  readonly sound: boolean
  readonly certificate: Certificate | undefined
  readonly trust: SignatureVerdict['trust']
  readonly time: Date | undefined
  /** There is data enough to tell that no certificate of its chain had been revoked. */
  readonly complete: boolean
  readonly problems: readonly Finding[]
}

/** The purpose of the certificate itself has been looked at. */
const STAMPING = { unfit: () => undefined, purposes: [ANY_PURPOSE, TIMESTAMPING] }

/** Judges a timestamp: token, its authority's chain at the time that it gives, and revocation. */
export async function judgeWitness(
  token: Uint8Array,
  stamped: Uint8Array,
  trusted: readonly Certificate[],
  evidence: Evidence,
  crypto: Crypto,
): Promise<Witness> {
  const timestamp = tryRead(token)
  if (!timestamp) return unsound(message('时间戳读不懂，或者用了不认可的算法。'))
  const { time, certificates } = timestamp
  const check = await checkTimestamp(timestamp, stamped, crypto)
  if (!check.ok) return unsound(check.reason, check.certificate)
  const { certificate } = check
  const given = [...certificates, ...evidence.certificates]
  const judged = await judgeTrust(certificate, given, trusted, time, crypto, STAMPING)
  const { revoked, covered } = await judgeRevocation(judged.chain, evidence, time, crypto)
  const trust = revoked ? 'revoked' : judged.trust
  const reason = revoked
    ? message('时间戳机构“{0}”的证书已被吊销，时间戳不能采信。', revoked.certificate.commonName)
    : judged.reason && message('时间戳机构“{0}”未受信任，时间戳上的时间不能采信。', certificate.commonName)
  return {
    sound: true,
    certificate,
    trust,
    time,
    complete: judged.complete && covered && !revoked,
    problems: reason ? [problem('sign-timestamp', 'warning', reason)] : [],
  }
}

function tryRead(token: Uint8Array): Timestamp | undefined {
  try {
    return readTimestamp(token)
  } catch (error) {
    if (error instanceof DerError || error instanceof AlgorithmError) return undefined
    throw error
  }
}

function unsound(reason: Message, certificate?: Certificate): Witness {
  const problems = [problem('sign-timestamp-broken', 'warning', reason)]
  return { sound: false, certificate, trust: 'unknown', time: undefined, complete: false, problems }
}
