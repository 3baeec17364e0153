import type { Crypto } from '../ports/crypto.ts'
import { AlgorithmError, readSignatureAlgorithm } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { type Crl, readCrl } from './crl.ts'
import { type Der, DerError, sameBytes } from './der.ts'
import { type OcspAnswer, readOcsp, statesOf } from './ocsp.ts'

/** What is known of certificates besides themselves. */
export interface Evidence {
  readonly certificates: readonly Certificate[]
  readonly crls: readonly Crl[]
  readonly answers: readonly OcspAnswer[]
}

/** Nothing is known. */
export const NO_EVIDENCE: Evidence = { certificates: [], crls: [], answers: [] }

/** What is no list or answer, or one that is not understood, proves nothing and is left out. */
export function readEvidence(given: {
  readonly certificates: readonly Certificate[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}): Evidence {
  return {
    certificates: given.certificates,
    crls: given.crls.flatMap((bytes) => readOrNothing(readCrl, bytes)),
    answers: given.ocsps.flatMap((bytes) => readOrNothing(readOcsp, bytes)),
  }
}

/** None instead of a failure: what cannot be read proves nothing. Other errors go on. */
export function readOrNothing<T>(read: (bytes: Uint8Array) => T, bytes: Uint8Array): readonly T[] {
  try {
    return [read(bytes)]
  } catch (error) {
    if (error instanceof DerError || error instanceof AlgorithmError) return []
    throw error
  }
}

export interface RevocationJudgement {
  /** The earliest revocation that anything tells of. */
  readonly revoked: { readonly certificate: Certificate; readonly since: Date } | undefined
  /** Each certificate has a word of its own that it was not revoked at the time that matters, or later. */
  readonly covered: boolean
}

/**
 * Judges a chain without its last member, which is trusted by itself or not at all. The earliest revocation counts,
 * because a later one must not hide it.
 * @param at the time that matters
 */
export async function judgeRevocation(
  chain: readonly Certificate[],
  evidence: Evidence,
  at: Date,
  crypto: Crypto,
): Promise<RevocationJudgement> {
  let revoked: RevocationJudgement['revoked']
  let covered = true
  for (const [index, certificate] of chain.slice(0, -1).entries()) {
    const statements = await statementsOn(certificate, chain[index + 1] as Certificate, evidence, crypto)
    for (const { since } of statements)
      if (since && !(revoked && revoked.since <= since)) revoked = { certificate, since }
    covered &&= statements.some(({ since, until }) => (since ? since > at : until >= at))
  }
  return { revoked, covered }
}

/** Revoked since a day, or good until one: that of the next statement, or at least that of this. */
interface Statement {
  readonly since?: Date | undefined
  readonly until: Date
}

async function statementsOn(
  certificate: Certificate,
  issuer: Certificate,
  { crls, answers }: Evidence,
  crypto: Crypto,
): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  for (const crl of crls) {
    const since = crl.revokedSince(certificate)
    const speaks = sameBytes(crl.issuer, issuer.subject) && (since || isSilentOn(crl, certificate))
    if (!speaks || issuer.usage?.revoke === false || !(await isSignedBy(crl, issuer, crypto))) continue
    statements.push({ since, until: crl.nextUpdate ?? crl.thisUpdate })
  }
  for (const answer of answers) {
    const states = (await statesOf(answer, certificate, issuer, crypto)).filter(({ state }) => state !== 'unknown')
    if (states.length === 0 || !(await isAuthorised(answer, issuer, crypto))) continue
    for (const { revokedSince, thisUpdate, nextUpdate } of states)
      statements.push({ since: revokedSince, until: nextUpdate ?? thisUpdate })
  }
  return statements
}

/** A list leaves out whom it revoked when his certificate has expired (RFC 5280 3.3): silence then proves nothing. */
function isSilentOn(crl: Crl, certificate: Certificate): boolean {
  return crl.covers(certificate) && crl.thisUpdate <= certificate.notAfter
}

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'
/** Keys below this can be broken. */
const MIN_RSA_BITS = 2048

/** Signed by the issuer, or by somebody whom the issuer has named for this (RFC 6960 4.2.2.2). */
async function isAuthorised(answer: OcspAnswer, issuer: Certificate, crypto: Crypto): Promise<boolean> {
  if (await isSignedBy(answer, issuer, crypto)) return true
  for (const responder of answer.certificates) {
    const named = mayAnswer(responder, answer.producedAt) && sameBytes(responder.issuer, issuer.subject)
    if (named && (await isSignedBy(responder, issuer, crypto)) && (await isSignedBy(answer, responder, crypto)))
      return true
  }
  return false
}

/** By purpose, time and key. */
function mayAnswer(responder: Certificate, at: Date): boolean {
  const { purposes, usage, notBefore, notAfter, unknownCritical, keyKind, keyBits = 0, curve } = responder
  const isNamed = purposes?.includes(OCSP_SIGNING) === true && usage?.sign !== false && unknownCritical.length === 0
  const isStrong = keyKind === 'RSA' ? keyBits >= MIN_RSA_BITS : keyKind === 'SM2' || curve !== undefined
  return isNamed && isStrong && notBefore <= at && at <= notAfter
}

/** Whether something that is signed as certificates are was signed with this certificate's key. */
export async function isSignedBy(
  thing: { readonly signed: Uint8Array; readonly signatureAlgorithm: Der; readonly signature: Uint8Array },
  issuer: Certificate,
  crypto: Crypto,
): Promise<boolean> {
  try {
    const { algorithm, digest } = readSignatureAlgorithm(thing.signatureAlgorithm)
    return await crypto.verify(issuer.publicKey, algorithm, digest, thing.signature, thing.signed)
  } catch (error) {
    if (error instanceof AlgorithmError || error instanceof DerError) return false
    throw error
  }
}
