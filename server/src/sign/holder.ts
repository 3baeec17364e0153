/** Who signed, or which authority saw the file, and how far either can be believed. */
import type { PdfFile } from '../pdf/file.ts'
import { isString, type PdfDictionary } from '../pdf/objects.ts'
import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import type { Certificate } from './certificate.ts'
import { type Coverage, type createContentReader, readCoverage } from './coverage.ts'
import { type DocumentTimestamp, earliestTrusted, timestampsAfter } from './documentTimestamps.ts'
import type { Found } from './history.ts'
import { checkIntegrity } from './integrity.ts'
import { judgePerson } from './person.ts'
import type { Evidence } from './revocation.ts'
import { judgeSignatory } from './signatory.ts'
import { readDate, readTextString } from './textString.ts'
import { judgeTimestampField } from './timestampField.ts'
import { evidenceOf, readValidationData } from './validationData.ts'
import type { SignatureVerdict } from './verdict.ts'

/** What verifying takes from outside. */
export interface VerifyPorts {
  readonly crypto: Crypto
  readonly clock: Clock
}

/** What those who signed a file are judged by. */
export interface Grounds {
  readonly file: PdfFile
  readonly contentOf: ReturnType<typeof createContentReader>
  /** Whom the user trusts. */
  readonly trusted: readonly Certificate[]
  /** Of the file and of the user. */
  readonly evidence: Evidence
  /** Of the file alone. */
  readonly own: Evidence
  readonly timestamps: ReadonlyMap<Found, DocumentTimestamp>
}

/** What is said of somebody, whatever became of the file. */
export type Holder = Omit<SignatureVerdict, 'field' | 'coverage' | 'changesAfter' | 'revision' | 'later'>

/** Somebody who signed, or an authority that only saw the file. */
export async function judgeMaker(found: Found, grounds: Grounds, ports: VerifyPorts): Promise<Holder> {
  const stamp = grounds.timestamps.get(found)
  if (stamp) return judgeAuthority(stamp, found, grounds.file)
  return judgeHolder(found, readCoverage(found.signature, grounds.file), grounds, ports)
}

function judgeAuthority({ witness }: DocumentTimestamp, found: Found, file: PdfFile): Holder {
  const { sound, certificate, trust, time } = witness
  const problems = sound ? witness.problems : witness.problems.map((each) => ({ ...each, severity: 'error' as const }))
  return {
    signer: certificate?.commonName ?? '（不明）',
    integrity: sound ? 'ok' : 'broken',
    level: 'other',
    ...(time && { time: { at: time.toISOString(), from: 'timestamp' } }),
    trust,
    documentTimestamp: true,
    problems: [...problems, ...judgeTimestampField(found, file)],
  }
}

async function judgeHolder(
  found: Found,
  coverage: Coverage,
  { file, contentOf, trusted, evidence, own, timestamps }: Grounds,
  ports: VerifyPorts,
): Promise<Holder> {
  const view = file.view(coverage.revision)
  const integrity = await checkIntegrity(found.signature, view, contentOf(coverage), ports.crypto)
  const { certificate } = integrity
  const after = timestampsAfter(timestamps, coverage)
  const surroundings = { evidence, witnessed: earliestTrusted(after) }
  const claimed = readTime(found.signature)
  const judgeWith = async (evidence: Evidence) =>
    certificate && judgePerson(integrity, certificate, claimed, trusted, ports, { ...surroundings, evidence })
  const person = await judgeWith(evidence)
  const kept = after.flatMap(({ witness, revision }) => (witness.sound && revision !== undefined ? [revision] : []))
  const sealed = kept.length > 0 ? evidenceOf(readValidationData(file, Math.max(...kept))) : undefined
  const isComplete = (await judgeWith(own))?.complete === true
  const isKept = sealed !== undefined && (await judgeWith(sealed))?.complete === true
  const matches = certificate && judgeSignatory(found.field, view, certificate)
  return {
    signer: certificate?.commonName ?? '（不明）',
    integrity: integrity.ok ? 'ok' : 'broken',
    level: integrity.level === 'other' ? 'other' : levelOf(person?.stamped === true, isComplete, isKept, after),
    ...(person?.time ? { time: person.time } : claimedTime(claimed)),
    trust: person?.trust ?? 'unknown',
    ...(matches && { matchesSignatory: matches.ok }),
    problems: [...integrity.problems, ...(person?.problems ?? []), ...(matches?.problems ?? [])],
  }
}

function claimedTime(claimed: Date | undefined): Pick<Holder, 'time'> {
  return claimed ? { time: { at: claimed.toISOString(), from: 'claimed' } } : {}
}

/**
 * The level that is reached (ETSI EN 319 142-1), by what is there and sound; whom to trust is another question. A document
 * timestamp does for a missing signature timestamp.
 * @param isComplete the data of the file suffice
 * @param isKept those that a document timestamp covers suffice by themselves
 */
function levelOf(
  isStamped: boolean,
  isComplete: boolean,
  isKept: boolean,
  after: readonly DocumentTimestamp[],
): SignatureVerdict['level'] {
  if (!isStamped && !after.some(({ witness }) => witness.sound)) return 'B-B'
  if (!isComplete) return 'B-T'
  return isKept ? 'B-LTA' : 'B-LT'
}

function readTime(signature: PdfDictionary): Date | undefined {
  const claimed = signature.entries.get('M')
  return isString(claimed) ? readDate(readTextString(claimed.bytes)) : undefined
}
