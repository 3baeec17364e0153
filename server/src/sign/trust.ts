import type { Crypto } from '../ports/crypto.ts'
import { AlgorithmError, readSignatureAlgorithm } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { DerError, sameBytes } from './der.ts'
import type { SignatureVerdict } from './verdict.ts'

/** Longer chains than this do not occur. */
const MAX_CHAIN = 8

/**
 * Looks for a chain from the signer's certificate to one that the user trusts (RFC 5280 6.1, as far as it applies:
 * signatures, names, validity, CA flag, path length, key usage, unknown critical extensions; no revocation).
 * `unknown` when an issuer is missing, `untrusted` when the chain ends at a root nobody trusts or is not sound.
 */
export async function judgeTrust(
  signer: Certificate,
  given: readonly Certificate[],
  trusted: readonly Certificate[],
  at: Date,
  crypto: Crypto,
): Promise<SignatureVerdict['trust']> {
  if (signer.usage && !signer.usage.sign) return 'untrusted'
  const chain = [signer]
  for (;;) {
    const last = chain.at(-1) as Certificate
    if (at < last.notBefore || at > last.notAfter) return 'expired'
    if (last.unknownCritical.length > 0) return 'untrusted'
    if (trusted.some(({ bytes }) => sameBytes(bytes, last.bytes))) return 'trusted'
    if (sameBytes(last.issuer, last.subject)) return 'untrusted'
    if (chain.length >= MAX_CHAIN) return 'untrusted'
    const issuer = await findIssuer(last, chain.length - 1, [...trusted, ...given], crypto)
    if (!issuer) return 'unknown'
    chain.push(issuer)
  }
}

/** @param below how many intermediate certificates stand between the issuer and the signer */
async function findIssuer(
  certificate: Certificate,
  below: number,
  candidates: readonly Certificate[],
  crypto: Crypto,
): Promise<Certificate | undefined> {
  for (const candidate of candidates) {
    if (!sameBytes(candidate.subject, certificate.issuer) || !mayIssue(candidate, below)) continue
    if (await isSignedBy(certificate, candidate, crypto)) return candidate
  }
  return undefined
}

function mayIssue({ authority, usage }: Certificate, below: number): boolean {
  if (!authority || (usage && !usage.certify)) return false
  return authority.pathLength === undefined || below <= authority.pathLength
}

async function isSignedBy(certificate: Certificate, issuer: Certificate, crypto: Crypto): Promise<boolean> {
  try {
    const { algorithm, digest } = readSignatureAlgorithm(certificate.signatureAlgorithm)
    return await crypto.verify(issuer.publicKey, algorithm, digest, certificate.signature, certificate.signed)
  } catch (error) {
    if (error instanceof AlgorithmError || error instanceof DerError) return false
    throw error
  }
}
