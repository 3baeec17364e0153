import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import { Failure } from '../text/failure.ts'
import { hex } from '../text/hex.ts'
import { message } from '../text/message.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { createCms } from './cms.ts'
import { requireUsable } from './currency.ts'
import { DerError } from './der.ts'
import { definite } from './indefinite.ts'
import { checkDetached } from './integrity.ts'
import type { SigningKey } from './key.ts'
import { readPem } from './pem.ts'
import { judgePerson } from './person.ts'
import { openQuestions } from './revoked.ts'
import { readTrustedCertificates } from './trustedCertificates.ts'
import { evidenceOf, NO_DATA, type ValidationData } from './validationData.ts'
import type { Verdict } from './verdict.ts'

/**
 * A CAdES B-B signature (ETSI EN 319 122-1) over the bytes of any file, to stand beside it as `.p7s`.
 * @throws Failure `sign-certificate-…`
 */
export async function signDetached(
  content: Uint8Array,
  key: SigningKey,
  { crypto, clock }: { readonly crypto: Crypto; readonly clock: Clock },
): Promise<Uint8Array> {
  const certificate = readCertificate(key.chain[0] as Uint8Array)
  requireUsable(certificate, clock)
  return createCms(key, certificate, content, crypto, { signingTime: clock.now() })
}

/**
 * Judges such a signature, in DER or PEM, as `verifyPdf` does one in a PDF.
 * @param options.trusted DER certificates that the user trusts
 * @param options.data what the user has on chains and revocation
 * @throws Failure `verify-signature` for what is no CMS, `verify-trusted`
 */
export async function verifyDetached(
  signature: Uint8Array,
  content: Uint8Array,
  options: { readonly trusted: readonly Uint8Array[]; readonly data?: ValidationData },
  ports: { readonly crypto: Crypto; readonly clock: Clock },
): Promise<Verdict> {
  const trusted = readTrustedCertificates(options.trusted)
  const integrity = await checkDetached(cmsOf(signature), content, ports.crypto)
  const { ok, certificate, level, signingTime } = integrity
  const surroundings = { evidence: evidenceOf(options.data ?? NO_DATA), witnessed: undefined }
  const person = certificate && (await judgePerson(integrity, certificate, signingTime, trusted, ports, surroundings))
  const trust = person?.trust ?? 'unknown'
  const verdict = {
    field: '',
    signer: certificate?.commonName ?? '（不明）',
    ...(certificate && { certificate: await fingerprint(certificate, ports.crypto) }),
    integrity: ok ? ('ok' as const) : ('broken' as const),
    coverage: 'whole' as const,
    changesAfter: 'none' as const,
    later: [],
    level: level === 'B-B' && person?.stamped ? ('B-T' as const) : level,
    ...(person?.time && { time: person.time }),
    trust,
    problems: [
      ...integrity.problems,
      ...(person?.problems ?? []),
      ...(person ? openQuestions(person.revoked, person.time?.from === 'timestamp') : []),
    ],
  }
  return { valid: ok, trusted: trust === 'trusted', signatures: [verdict], revisions: 1, problems: [] }
}

/** How a certificate is named outside of signatures: SHA-256 of its bytes, in hex. */
export async function fingerprint({ bytes }: Certificate, crypto: Crypto): Promise<string> {
  return hex(await crypto.digest('SHA-256', bytes))
}

function cmsOf(signature: Uint8Array): Uint8Array {
  const pem = readPem(signature).find(({ label }) => label === 'PKCS7' || label === 'CMS')
  try {
    const bytes = pem?.bytes ?? signature
    if (definite(bytes).length !== bytes.length) throw new DerError('bytes left over')
    return bytes
  } catch (cause) {
    throw new Failure(
      'verify-signature',
      message('签名文件读不懂，应为 .p7s（CMS，二进制或 PEM 格式）。请确认选对了文件。'),
      cause,
    )
  }
}
