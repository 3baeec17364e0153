import type { Crypto } from '../ports/crypto.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { AlgorithmError, readSignatureAlgorithm } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { sameBytes } from './der.ts'
import { DOCUMENT_PURPOSES, unfitness } from './purpose.ts'
import { isSignedBy } from './revocation.ts'
import type { SignatureVerdict } from './verdict.ts'

/** Longer chains than this do not occur. */
const MAX_CHAIN = 8

/** Intermediate keys below this can be broken. */
const MIN_RSA_BITS = 2048

export interface TrustJudgement {
  readonly trust: SignatureVerdict['trust']
  /** Why it is not `trusted`. */
  readonly reason?: Message
}

/** With the chain, as far as it was found: the signer's certificate first. */
export interface ChainJudgement extends TrustJudgement {
  readonly chain: readonly Certificate[]
  /** It ends where there is nothing above: at a trusted certificate or one that is its own issuer. */
  readonly complete: boolean
}

/** Signatures that are looked at for one chain; certificates without end must not become hours. */
const MOST_CHECKS = 200

interface Use {
  /** Why a certificate is not one for this. */
  readonly unfit: (signer: Certificate) => Message | undefined
  /** Extended key usages of which authorities that name any must have one: those for web sites only speak for nobody else. */
  readonly purposes: readonly string[]
}

const SIGNING: Use = { unfit: unfitness, purposes: DOCUMENT_PURPOSES }

interface Search {
  readonly use: Use
  readonly trusted: readonly Certificate[]
  /** Trusted ones first. */
  readonly candidates: readonly Certificate[]
  readonly at: Date
  readonly crypto: Crypto
  /** Issuers from which the ways up have been tried. */
  readonly tried: Certificate[]
  left: number
}

/**
 * Looks for a chain from the signer's certificate to one that the user trusts (RFC 5280 6.1, as far as it applies:
 * signatures, names, validity, CA flag, path length, key usage, unknown critical extensions; no revocation).
 * An authority may have several certificates for one key, renewed or signed by another root, so all ways up are tried.
 * `unknown` when an issuer is missing, `untrusted` when the chain ends at a root nobody trusts or is not sound.
 * @param use what the certificate is to be good for; signing documents when absent
 */
export async function judgeTrust(
  signer: Certificate,
  given: readonly Certificate[],
  trusted: readonly Certificate[],
  at: Date,
  crypto: Crypto,
  use: Use = SIGNING,
): Promise<ChainJudgement> {
  const reason = use.unfit(signer)
  if (reason) return { trust: 'untrusted', reason, chain: [signer], complete: false }
  const candidates = [...trusted, ...given]
  return climb([signer], { use, trusted, candidates, at, crypto, tried: [], left: MOST_CHECKS })
}

/** The first chain that is trusted, or else what is wrong with the first. */
async function climb(chain: readonly Certificate[], search: Search): Promise<ChainJudgement> {
  const { trusted, tried, at } = search
  const last = chain.at(-1) as Certificate
  const stop = judgeLink(last, chain, trusted, at)
  if (stop) return { ...stop, chain, complete: stop.trust === 'trusted' || sameBytes(last.issuer, last.subject) }
  const namesakes = search.candidates.filter(({ subject }) => sameBytes(subject, last.issuer))
  const entitled = namesakes.filter((candidate) => mayIssue(candidate, chain.length - 1, search))
  const weak = entitled.length > 0 ? weaknessOf(last) : undefined
  if (weak !== undefined) return { ...forgeable(last, weak), chain, complete: false }
  let first: ChainJudgement | undefined
  for (const issuer of entitled) {
    if ([...chain, ...tried].some(({ bytes }) => sameBytes(bytes, issuer.bytes))) continue
    if (search.left-- <= 0 || !(await isSignedBy(last, issuer, search.crypto))) continue
    tried.push(issuer)
    const short = shortKey(issuer)
    const judged = short
      ? { ...forgeable(last, short), chain, complete: false }
      : await climb([...chain, issuer], search)
    if (judged.trust === 'trusted') return judged
    first ??= judged
  }
  if (first) return first
  const reason =
    trusted.length === 0 ? nobodyTrusted(chain[0] as Certificate) : explainMissing(last, namesakes, entitled)
  return { trust: 'unknown', reason, chain, complete: false }
}

/** What one certificate of the chain decides by itself; undefined: its issuer has to be looked for. */
function judgeLink(
  certificate: Certificate,
  chain: readonly Certificate[],
  trusted: readonly Certificate[],
  at: Date,
): TrustJudgement | undefined {
  const { commonName, notBefore, notAfter, unknownCritical, issuer, subject } = certificate
  if (at < notBefore || at > notAfter)
    return { trust: 'expired', reason: message('签章时“{0}”的证书不在有效期内。', commonName) }
  if (unknownCritical.length > 0)
    return {
      trust: 'untrusted',
      reason: message('“{0}”的证书附有本版本不认识的限制（{1}），不能采信。', commonName, unknownCritical.join('、')),
    }
  if (trusted.some(({ bytes }) => sameBytes(bytes, certificate.bytes))) return { trust: 'trusted' }
  if (!sameBytes(issuer, subject) && chain.length < MAX_CHAIN) return undefined
  const reason =
    trusted.length === 0
      ? nobodyTrusted(chain[0] as Certificate)
      : message('证书链的顶端是“{0}”，这一张证书不在受信任之列，不能确认签名人的身份。', commonName)
  return { trust: 'untrusted', reason }
}

function nobodyTrusted({ commonName }: Certificate): Message {
  return message('没有指定信任的证书，不能确认“{0}”的身份。请把核对过来源的根证书加入信任。', commonName)
}

function forgeable({ commonName }: Certificate, weak: string): TrustJudgement {
  const reason = message('“{0}”的证书是用已不安全的 {1} 算法签发的，可以伪造，不能采信。', commonName, weak)
  return { trust: 'untrusted', reason }
}

function explainMissing(
  { commonName }: Certificate,
  namesakes: readonly Certificate[],
  entitled: readonly Certificate[],
): Message {
  const [issuer] = namesakes
  if (!issuer) return message('“{0}”的证书缺少上级证书，无法确认由谁签发。请向签章人索取完整的证书链。', commonName)
  return entitled.length === 0
    ? message('“{0}”的证书由“{1}”签发，而“{1}”无权这样签发证书。', commonName, issuer.commonName)
    : message('“{0}”的证书自称由“{1}”签发，但签名对不上，可能是同名的另一家。', commonName, issuer.commonName)
}

/** @param below how many intermediate certificates stand between the issuer and the signer */
function mayIssue(
  { authority, usage, purposes, bytes }: Certificate,
  below: number,
  { use, trusted }: Search,
): boolean {
  if (!authority || (usage && !usage.certify)) return false
  // Whom the user trusts, he trusts for this.
  const isTrusted = trusted.some((each) => sameBytes(each.bytes, bytes))
  if (purposes && !isTrusted && !purposes.some((each) => use.purposes.includes(each))) return false
  return authority.pathLength === undefined || below <= authority.pathLength
}

/** Name of the algorithm that makes the certificate forgeable. */
function weaknessOf({ signatureAlgorithm }: Certificate): string | undefined {
  try {
    readSignatureAlgorithm(signatureAlgorithm)
    return undefined
  } catch (error) {
    return error instanceof AlgorithmError && error.weak ? error.label : undefined
  }
}

function shortKey({ keyKind, keyBits = 0 }: Certificate): string | undefined {
  return keyKind === 'RSA' && keyBits < MIN_RSA_BITS ? `RSA-${keyBits}` : undefined
}
