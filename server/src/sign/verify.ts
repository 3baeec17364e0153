import { openPdf, type PdfFile } from '../pdf/file.ts'
import { isString, type PdfDictionary } from '../pdf/objects.ts'
import { readAnyway } from '../pdf/rebuild.ts'
import type { Clock } from '../ports/clock.ts'
import type { Crypto } from '../ports/crypto.ts'
import { Failure } from '../text/failure.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { type Called, callSignatures } from './called.ts'
import type { Certificate } from './certificate.ts'
import { type Coverage, createContentReader, readCoverage } from './coverage.ts'
import { type DocumentTimestamp, earliestTrusted, judgeTimestamps, timestampsAfter } from './documentTimestamps.ts'
import { isEmpty, readSignatureFields, strayPages } from './fields.ts'
import { type Found, findSignatures, type History, readHistory } from './history.ts'
import { checkIntegrity } from './integrity.ts'
import { hasTail, judgeLater } from './later.ts'
import { readPermission } from './permission.ts'
import { judgePerson } from './person.ts'
import { problem } from './problem.ts'
import type { Evidence } from './revocation.ts'
import { judgeSignatory, signatoryOf } from './signatory.ts'
import { readDate, readTextString } from './textString.ts'
import { judgeTimestampField } from './timestampField.ts'
import { readTrustedCertificates } from './trustedCertificates.ts'
import { evidenceOf, joinData, NO_DATA, readValidationData, type ValidationData } from './validationData.ts'
import type { SignatureVerdict, Verdict } from './verdict.ts'

export interface VerifyPorts {
  readonly crypto: Crypto
  readonly clock: Clock
}

/**
 * Judges every signature of a PDF: cryptography, coverage, what later revisions changed, signer and trust.
 * A damaged file gets a verdict (`sign-damaged`), because a signed file that was damaged is a question for `verify`.
 * @param options.trusted DER certificates that the user trusts
 * @param options.data what the user has on chains and revocation besides the file; it counts for trust, not for the level
 * @throws Failure `pdf-not-pdf`, `pdf-encrypted`, `verify-trusted` for a trusted certificate that cannot be read
 */
export async function verifyPdf(
  pdf: Uint8Array,
  options: { readonly trusted: readonly Uint8Array[]; readonly data?: ValidationData },
  ports: VerifyPorts,
): Promise<Verdict> {
  const trusted = readTrustedCertificates(options.trusted)
  try {
    return await judgeFile(openPdf(pdf), trusted, options.data ?? NO_DATA, ports)
  } catch (error) {
    if (!(error instanceof Failure) || !['pdf-damaged', 'pdf-limit'].includes(error.code)) throw error
    const problems = [problem('sign-damaged', 'error', error.sentence), ...tracesOfSignatures(pdf)]
    return { valid: false, trusted: false, revisions: 0, signatures: [], problems }
  }
}

/** Signatures that a damaged file once had: named, because people look for them, and not judged. */
function tracesOfSignatures(pdf: Uint8Array): readonly Finding[] {
  try {
    const { value } = readAnyway(pdf, (view) => readSignatureFields(view).filter((field) => !isEmpty(field, view)))
    return value.map(({ name }) =>
      problem('sign-damaged', 'error', message('残存的数据里有签章“{0}”，文件不完整，无法核验。', visibleText(name))),
    )
  } catch (error) {
    if (error instanceof Failure) return []
    throw error
  }
}

async function judgeFile(
  file: PdfFile,
  trusted: readonly Certificate[],
  data: ValidationData,
  ports: VerifyPorts,
): Promise<Verdict> {
  const found = findSignatures(file)
  if (found.length === 0) return unsigned(file)
  const history = readHistory(file, found)
  const contentOf = createContentReader(file)
  const own = readValidationData(file)
  const evidence = evidenceOf(joinData(own, data))
  const timestamps = await judgeTimestamps(file, found, contentOf, trusted, evidence, ports.crypto)
  const grounds = { file, history, contentOf, evidence, own: evidenceOf(own), timestamps }
  const holders: Holder[] = []
  for (const each of found) holders.push(await judgeMaker(each, grounds, trusted, ports))
  const called = callSignatures(found, holders)
  const judged = found.map((each, index) => judgeSignature(each, holders[index] as Holder, grounds, called))
  const verdicts = judged.map(({ verdict }) => verdict)
  const signers = verdicts.filter(({ documentTimestamp }) => !documentTimestamp)
  const problems = [
    ...(signers.length === 0 ? [problem('sign-unsigned', 'error', UNSIGNED)] : []),
    ...judgeDocument(file, found, judged, history, called),
    ...straySignatures(file),
    ...emptyFields(file),
  ]
  const sound = [...problems, ...verdicts.flatMap((verdict) => verdict.problems)].every(
    ({ severity }) => severity !== 'error',
  )
  return {
    valid: sound && verdicts.every(isValid),
    trusted: signers.length > 0 && signers.every(({ trust }) => trust === 'trusted'),
    revisions: file.revisions.length,
    signatures: verdicts,
    problems,
  }
}

function isValid({ integrity, coverage, changesAfter }: SignatureVerdict): boolean {
  return integrity === 'ok' && coverage !== 'partial' && changesAfter !== 'forbidden'
}

const UNSIGNED = message('文件没有签章，无法确认出自何处、是否改动过。')

function unsigned(file: PdfFile): Verdict {
  const problems = [problem('sign-unsigned', 'error', UNSIGNED), ...straySignatures(file), ...emptyFields(file)]
  if (hasTail(file))
    problems.push(problem('sign-damaged', 'error', message('文件末尾之后有多余或残缺的数据，可能没有传完或被截断过。')))
  return { valid: false, trusted: false, revisions: file.revisions.length, signatures: [], problems }
}

/** Some programs put a signature on a page and forget the form, so that others do not see it. */
function straySignatures(file: PdfFile): readonly Finding[] {
  try {
    return strayPages(file.view()).map((page) =>
      problem('sign-detached', 'error', message('第 {0} 页上有一枚签章不在文件的表单里，不能核验。', page)),
    )
  } catch (error) {
    // A tree of pages that cannot be walked is judged where it is compared.
    if (error instanceof Failure && error.code === 'pdf-damaged') return []
    throw error
  }
}

function emptyFields(file: PdfFile): readonly Finding[] {
  const view = file.view()
  return readSignatureFields(view)
    .filter((field) => isEmpty(field, view))
    .map((field) =>
      problem(
        'sign-field-empty',
        'info',
        message('“{0}”的签章位置还没有签章。', signatoryOf(field, view) ?? field.name),
      ),
    )
}

interface Judged {
  readonly verdict: SignatureVerdict
  readonly coverage: Coverage
}

/** What all signatures of a file are judged by. */
interface Grounds {
  readonly file: PdfFile
  readonly history: History
  readonly contentOf: ReturnType<typeof createContentReader>
  /** Of the file and of the user. */
  readonly evidence: Evidence
  /** Of the file alone. */
  readonly own: Evidence
  readonly timestamps: ReadonlyMap<Found, DocumentTimestamp>
}

function judgeSignature(found: Found, holder: Holder, { file, history }: Grounds, called: Called): Judged {
  const { field, signature } = found
  const coverage = readCoverage(signature, file)
  const permission = readPermission(signature, file.view(coverage.revision))
  const later = judgeLater(called(field), coverage, permission, file, history, called)
  const { problems, ...facts } = holder
  const verdict: SignatureVerdict = {
    field: visibleText(field),
    coverage: coverage.kind,
    changesAfter: later.changesAfter,
    ...(coverage.revision === undefined ? {} : { revision: coverage.revision + 1 }),
    later: later.later,
    ...facts,
    problems: [...problems, ...placeProblems(found, coverage), ...later.problems],
  }
  return { verdict, coverage }
}

/** What is said of somebody, whatever became of the file. */
type Holder = Omit<SignatureVerdict, 'field' | 'coverage' | 'changesAfter' | 'revision' | 'later'>

/** Somebody who signed, or an authority that only saw the file. */
async function judgeMaker(
  found: Found,
  grounds: Grounds,
  trusted: readonly Certificate[],
  ports: VerifyPorts,
): Promise<Holder> {
  const stamp = grounds.timestamps.get(found)
  if (stamp) return judgeAuthority(stamp, found, grounds.file)
  return judgeHolder(found, readCoverage(found.signature, grounds.file), grounds, trusted, ports)
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
  { file, contentOf, evidence, own, timestamps }: Grounds,
  trusted: readonly Certificate[],
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

function placeProblems({ signature, revisions }: Found, { revision }: Coverage): readonly Finding[] {
  const problems: Finding[] = []
  if (revision === undefined)
    problems.push(problem('sign-coverage', 'error', message('签名没有覆盖完整的文件，有一部分内容不受它保护。')))
  else if (!revisions.includes(revision))
    problems.push(problem('sign-detached', 'error', message('签名不在它所签的那一版文件的表单里，是从别处移来的。')))
  if (signature.repeated)
    problems.push(problem('sign-ambiguous', 'error', message('签名数据里有重复的条目，不同软件会读出不同结果。')))
  return problems
}

function readTime(signature: PdfDictionary): Date | undefined {
  const claimed = signature.entries.get('M')
  return isString(claimed) ? readDate(readTextString(claimed.bytes)) : undefined
}

/** Problems that no single signature has. */
function judgeDocument(
  file: PdfFile,
  found: readonly Found[],
  judged: readonly Judged[],
  history: History,
  called: Called,
): readonly Finding[] {
  const problems: Finding[] = []
  const last = file.revisions.length - 1
  for (const { field, revisions } of found)
    if (!revisions.includes(last))
      problems.push(problem('sign-removed', 'error', message('{0}在后来的修改中被去掉或替换了。', called(field))))
  for (const [first, second] of sharedValues(found))
    problems.push(
      problem('sign-ambiguous', 'error', message('{0}和{1}用的是同一份签名数据。', called(first), called(second))),
    )
  // A document timestamp is nobody's consent to what it covers.
  const consented = judged.filter(({ verdict }) => !verdict.documentTimestamp)
  const covered = Math.max(-1, ...consented.map(({ coverage }) => coverage.revision ?? -1))
  const changes = [...history].filter(([revision]) => revision > covered).flatMap(([, list]) => list ?? [])
  for (const { field } of changes.filter(({ kind }) => kind === 'form'))
    problems.push(
      problem('sign-uncovered', 'error', message('“{0}”是最后一次签章之后填写的，不受任何签章保护。', field ?? '')),
    )
  const earlier = [...history].filter(([revision]) => revision <= covered).flatMap(([, list]) => list ?? [])
  for (const field of new Set(earlier.filter(({ kind }) => kind === 'form').map(({ field }) => field)))
    problems.push(
      problem('sign-filled-in', 'warning', message('“{0}”是前面的人签章之后填写的，请核对它的内容。', field ?? '')),
    )
  const shown = [...history.values()].flatMap((list) => list ?? []).filter(({ visible }) => visible)
  for (const field of new Set(shown.map(({ field }) => field)))
    problems.push(
      problem(
        'sign-new-visible-field',
        'warning',
        message('{0}的位置是前面的人签章之后新加的，请看清它有没有遮盖正文。', called(field ?? '')),
      ),
    )
  return problems
}

/** One signature that stands in two fields could show any number of seals. */
function sharedValues(found: readonly Found[]): readonly (readonly [string, string])[] {
  const fields = new Map<number, string>()
  return found.flatMap(({ field, signature }) => {
    const contents = signature.entries.get('Contents')
    const place = isString(contents) ? contents.at?.start : undefined
    const other = place === undefined ? undefined : fields.get(place)
    if (place !== undefined) fields.set(place, field)
    return other === undefined ? [] : [[other, field] as const]
  })
}
