import type { PdfFile } from '../pdf/file.ts'
import { isString, nameOf } from '../pdf/objects.ts'
import type { Crypto } from '../ports/crypto.ts'
import type { Certificate } from './certificate.ts'
import { type Coverage, type createContentReader, readCoverage } from './coverage.ts'
import type { Found } from './history.ts'
import type { Evidence } from './revocation.ts'
import { judgeWitness, type Witness } from './witness.ts'

/** A timestamp over a whole revision (ETSI EN 319 142-1 5.4.3). */
export interface DocumentTimestamp {
  readonly witness: Witness
  /** What it saw; absent when it left bytes out. */
  readonly revision: number | undefined
}

/** Judges those of the signatures that are timestamps: the others need to know of them. */
export async function judgeTimestamps(
  file: PdfFile,
  found: readonly Found[],
  contentOf: ReturnType<typeof createContentReader>,
  trusted: readonly Certificate[],
  evidence: Evidence,
  crypto: Crypto,
): Promise<ReadonlyMap<Found, DocumentTimestamp>> {
  const timestamps = new Map<Found, DocumentTimestamp>()
  for (const each of found) {
    const { entries } = each.signature
    const contents = entries.get('Contents')
    if (nameOf(file.view().resolve(entries.get('SubFilter'))) !== 'ETSI.RFC3161' || !isString(contents)) continue
    const coverage = readCoverage(each.signature, file)
    const content = contentOf(coverage) ?? new Uint8Array()
    const witness = await judgeWitness(contents.bytes, content, trusted, evidence, crypto)
    const isInPlace = coverage.revision !== undefined && each.revisions.includes(coverage.revision)
    timestamps.set(each, { witness, revision: isInPlace ? coverage.revision : undefined })
  }
  return timestamps
}

/** Those that saw a signature: made over a revision behind the one that it signed. */
export function timestampsAfter(
  timestamps: ReadonlyMap<Found, DocumentTimestamp>,
  { revision: signed }: Coverage,
): readonly DocumentTimestamp[] {
  return [...timestamps.values()].filter(
    ({ revision }) => signed !== undefined && revision !== undefined && revision > signed,
  )
}

/** When the first of them was made by somebody trusted. */
export function earliestTrusted(timestamps: readonly DocumentTimestamp[]): Date | undefined {
  const times = timestamps.flatMap(({ witness: { trust, time } }) => (trust === 'trusted' && time ? [time] : []))
  return times.sort((a, b) => a.getTime() - b.getTime())[0]
}
