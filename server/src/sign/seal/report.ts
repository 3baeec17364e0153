import type { Clock } from '../../ports/clock.ts'
import type { Crypto } from '../../ports/crypto.ts'
import type { Finding } from '../../text/finding.ts'
import { hex } from '../../text/hex.ts'
import { visibleText } from '../../text/visible.ts'
import { type Certificate, readCertificate } from '../certificate.ts'
import { DerError } from '../der.ts'
import { openQuestions } from '../revoked.ts'
import type { TrustJudgement } from '../trust.ts'
import { readTrustedCertificates } from '../trustedCertificates.ts'
import { evidenceOf, NO_DATA, type ValidationData } from '../validationData.ts'
import { readSeal } from './readSeal.ts'
import type { Seal, SealPicture } from './seal.ts'
import { readSealSignature } from './sealSignature.ts'
import { judgeSeal } from './verifySeal.ts'
import { judgeSealSignature } from './verifySealSignature.ts'

/** A seal and what is to be said of it, as data for people and programs. */
export interface SealReport {
  /** The signatures are good and nothing contradicts them. */
  readonly valid: boolean
  /** Everybody who signed is trusted. */
  readonly trusted: boolean
  readonly seal: SealFacts
  readonly problems: readonly Finding[]
}

export interface SealSignatureReport extends SealReport {
  readonly signer: string
  readonly trust: TrustJudgement['trust']
  /** ISO 8601, as the signer claims. */
  readonly time: string
  readonly property: string
}

/** Texts of strangers are made visible; times are ISO 8601. */
interface SealFacts {
  readonly name: string
  readonly id: string
  readonly vendor: string
  readonly kind: number
  readonly holders: { readonly by: 'certificates' | 'digests'; readonly names: readonly string[] }
  readonly created: string
  readonly validFrom: string
  readonly validTo: string
  readonly picture: SealPicture
  readonly maker: string
  readonly makerTrust: TrustJudgement['trust']
}

interface Ports {
  readonly crypto: Crypto
  readonly clock: Clock
}

/**
 * A seal, judged for today.
 * @param trusted DER certificates that the user trusts
 * @param data what the user has on chains and revocation
 * @throws Failure `seal-damaged`, `verify-trusted`
 */
export async function reportSeal(
  bytes: Uint8Array,
  trusted: readonly Uint8Array[],
  ports: Ports,
  data: ValidationData = NO_DATA,
): Promise<SealReport> {
  const seal = readSeal(bytes)
  const { valid, trust, maker, revoked, problems } = await judgeSeal(
    seal,
    ports.clock.now(),
    readTrustedCertificates(trusted),
    ports,
    evidenceOf(data),
  )
  const all = [...problems, ...openQuestions(revoked, true)]
  return { valid, trusted: trust === 'trusted', seal: factsOf(seal, maker, trust), problems: all }
}

/**
 * A signature by seal over a text.
 * @throws Failure `seal-damaged`, `verify-trusted`
 */
export async function reportSealSignature(
  bytes: Uint8Array,
  content: Uint8Array,
  trusted: readonly Uint8Array[],
  ports: Ports,
  data: ValidationData = NO_DATA,
): Promise<SealSignatureReport> {
  const read = readSealSignature(bytes)
  const judgement = await judgeSealSignature(read, content, readTrustedCertificates(trusted), ports, evidenceOf(data))
  const { valid, trust, signer, seal, problems } = judgement
  return {
    valid,
    trusted: trust === 'trusted' && seal.trust === 'trusted',
    signer: nameOf(signer),
    trust,
    time: read.time.toISOString(),
    property: visibleText(read.property),
    seal: factsOf(read.seal, seal.maker, seal.trust),
    problems,
  }
}

function factsOf(seal: Seal, maker: Certificate | undefined, makerTrust: TrustJudgement['trust']): SealFacts {
  const { holders, picture, kind } = seal
  const names =
    holders.kind === 'certificates'
      ? holders.list.map(holderName)
      : holders.list.map(({ type, value }) => `${visibleText(type)} ${hex(value)}`)
  return {
    name: visibleText(seal.name),
    id: visibleText(seal.id),
    vendor: visibleText(seal.vendor),
    kind,
    holders: { by: holders.kind, names },
    created: seal.created.toISOString(),
    validFrom: seal.validFrom.toISOString(),
    validTo: seal.validTo.toISOString(),
    picture: { ...picture, type: visibleText(picture.type) },
    maker: nameOf(maker),
    makerTrust,
  }
}

function nameOf(certificate: Certificate | undefined): string {
  return certificate?.commonName ?? '（不明）'
}

function holderName(bytes: Uint8Array): string {
  try {
    return readCertificate(bytes).commonName
  } catch (error) {
    if (error instanceof DerError) return '（证书读不懂）'
    throw error
  }
}
