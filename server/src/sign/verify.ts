import { openPdf, type PdfFile } from '../pdf/file.ts'
import { readAnyway } from '../pdf/rebuild.ts'
import { Failure } from '../text/failure.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { type Called, callSignatures } from './called.ts'
import type { Certificate } from './certificate.ts'
import { type Coverage, createContentReader, readCoverage } from './coverage.ts'
import { judgeTimestamps } from './documentTimestamps.ts'
import { isEmpty, readSignatureFields } from './fields.ts'
import { judgeFields, judgeWhole } from './fileProblems.ts'
import { type Found, findSignatures, type History, readHistory } from './history.ts'
import { type Holder, judgeMaker, type VerifyPorts } from './holder.ts'
import { hasTail, judgeLater } from './later.ts'
import { readPermission } from './permission.ts'
import { problem } from './problem.ts'
import { readTrustedCertificates } from './trustedCertificates.ts'
import { evidenceOf, joinData, NO_DATA, readValidationData, type ValidationData } from './validationData.ts'
import type { SignatureVerdict, Verdict } from './verdict.ts'

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
  const grounds = { file, contentOf, trusted, evidence, own: evidenceOf(own), timestamps }
  const holders: Holder[] = []
  for (const each of found) holders.push(await judgeMaker(each, grounds, ports))
  const called = callSignatures(found, holders)
  const judged = found.map((each, index) => judgeSignature(each, holders[index] as Holder, file, history, called))
  const verdicts = judged.map(({ verdict }) => verdict)
  const signers = verdicts.filter(({ documentTimestamp }) => !documentTimestamp)
  const problems = [
    ...(signers.length === 0 ? [problem('sign-unsigned', 'error', UNSIGNED)] : []),
    ...judgeWhole(file, found, lastConsented(judged), history, called),
    ...judgeFields(file),
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
  const problems = [problem('sign-unsigned', 'error', UNSIGNED), ...judgeFields(file)]
  if (hasTail(file))
    problems.push(problem('sign-damaged', 'error', message('文件末尾之后有多余或残缺的数据，可能没有传完或被截断过。')))
  return { valid: false, trusted: false, revisions: file.revisions.length, signatures: [], problems }
}

interface Judged {
  readonly verdict: SignatureVerdict
  readonly coverage: Coverage
}

/** The last revision that somebody signed, -1 where nobody did: a document timestamp is nobody's consent to what it covers. */
function lastConsented(judged: readonly Judged[]): number {
  const consented = judged.filter(({ verdict }) => !verdict.documentTimestamp)
  return Math.max(-1, ...consented.map(({ coverage }) => coverage.revision ?? -1))
}

function judgeSignature(found: Found, holder: Holder, file: PdfFile, history: History, called: Called): Judged {
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
