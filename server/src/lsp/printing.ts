// The requests that make and judge PDFs: the check before, printing, signing, verifying. The press does the work.
import type { CancellationToken } from 'vscode-languageserver'
import { readCertificates } from '../features/certificates.ts'
import { issueCheck } from '../features/issueCheck.ts'
import { printed } from '../features/printed.ts'
import { copyNumbers, copyTarget, copyText } from '../features/printRun.ts'
import { separateTargets } from '../features/separateTargets.ts'
import type { Press } from '../press/press.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'
import type { Reading } from '../workspace/workspace.ts'
import { answerOrFail } from './answer.ts'
import { type Pages, signalOf } from './pages.ts'
import { toRange } from './place.ts'
import type {
  CheckRequest,
  PrintWishes,
  RenderAndSignRequest,
  RenderRequest,
  RevisionRequest,
  VerifyRequest,
} from './protocol.ts'
import { openReading, type Session } from './session.ts'
import { describeVerdict } from './verdict.ts'

const LARGEST_PDF = 256 << 20
const LARGEST_KEY = 1 << 20

export function answerPrintRequests(session: Session, pages: Pages): void {
  const { connection } = session
  connection.onRequest(
    'hongtou/check' satisfies CheckRequest['method'],
    answerOrFail(session, (params: CheckRequest['params']) => check(session, params)),
  )
  connection.onRequest(
    'hongtou/render' satisfies RenderRequest['method'],
    answerOrFail(session, (params: RenderRequest['params'], token) => render(session, pages, params, token)),
  )
  connection.onRequest(
    'hongtou/renderAndSign' satisfies RenderAndSignRequest['method'],
    answerOrFail(session, (params: RenderAndSignRequest['params'], token) => sign(session, pages, params, token)),
  )
  connection.onRequest(
    'hongtou/verify' satisfies VerifyRequest['method'],
    answerOrFail(session, (params: VerifyRequest['params']) => verify(session, pages, params)),
  )
  connection.onRequest(
    'hongtou/revision' satisfies RevisionRequest['method'],
    answerOrFail(session, (params: RevisionRequest['params']) => writeRevision(session, pages, params)),
  )
}

async function check(session: Session, { uri }: CheckRequest['params']): Promise<CheckRequest['result']> {
  const { snapshot, document } = await openReading(session, uri)
  return issueCheck(document, session.surroundings(uri)).map(({ finding, clause }) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: session.say(finding.message),
    clause,
    range: toRange(snapshot, finding.span),
  }))
}

type Facts = Awaited<ReturnType<Press['layout']>>

interface Job {
  readonly press: Press
  /** The press's own name for what is printed. */
  readonly uri: Uri
  readonly facts: Facts
  readonly signal: AbortSignal
}

/**
 * The document laid out for printing: as previewed, or under a name of its own when it is to be printed otherwise, so that
 * the preview goes on undisturbed.
 */
async function layOut(
  session: Session,
  pages: Pages,
  { uri, wishes, copy }: Pick<RenderRequest['params'], 'uri' | 'wishes' | 'copy'>,
  token: CancellationToken,
): Promise<Job> {
  const reading = await openReading(session, uri)
  if (copy === undefined && !wishes?.duplex && !wishes?.preprinted) {
    const job = await pages.laidOut(uri, token)
    const facts = session.layouts.get(uri)
    if (!job || !facts) throw new Failure('closed', message('公文已经关闭，没有生成 PDF。'))
    return { press: job.press, uri, facts, signal: job.signal }
  }
  const press = await pages.press()
  const signal = signalOf(token)
  const version = reading.snapshot.version
  const own = `${uri}#print`
  press.update(own, version, textOf(reading, copy), printed(reading.document.profile, wishes ?? {}))
  return { press, uri: own, facts: await press.layout(own, version, signal), signal }
}

function textOf({ snapshot }: Reading, copy: number | undefined): string {
  const text = snapshot.text.slice(snapshot.lead)
  return copy === undefined ? text : copyText(text, copyNumbers(copy).at(-1) as string)
}

/** Writes the PDF, and beside it what is not bound in. */
async function render(session: Session, pages: Pages, params: RenderRequest['params'], token: CancellationToken) {
  requireFile(params.target)
  requireTrust(session)
  const job = await layOut(session, pages, params, token)
  const options = { epoch: epochOf(session), attachSource: false }
  const pdf = await job.press.pdf(job.uri, options, job.signal)
  const { copy, target } = params
  const own = copy === undefined ? target : copyTarget(target, copyNumbers(copy).at(-1) as string)
  await session.ports.files.write(own, pdf)
  return { pages: job.facts.pages, files: [own, ...(await writeSeparate(session, job, target, params.wishes))] }
}

async function writeSeparate(
  session: Session,
  { press, uri, facts, signal }: Job,
  target: Uri,
  wishes: PrintWishes | undefined,
): Promise<readonly Uri[]> {
  if (!wishes?.separate) return []
  const targets = separateTargets(target, facts.separate ?? [])
  for (const [index, each] of targets.entries()) {
    const options = { epoch: epochOf(session), attachSource: false, separate: index }
    await session.ports.files.write(each, await press.pdf(uri, options, signal))
  }
  return targets
}

function epochOf({ ports }: Session): number {
  return Math.floor(ports.clock.now().getTime() / 1000)
}

async function sign(session: Session, pages: Pages, params: RenderAndSignRequest['params'], token: CancellationToken) {
  requireFile(params.target)
  requireTrust(session)
  const { document } = await openReading(session, params.uri)
  // First the pages: what could not be printed counts as an error.
  await pages.laidOut(params.uri, token)
  const errors = issueCheck(document, session.surroundings(params.uri)).filter(
    ({ finding }) => finding.severity === 'error',
  )
  if (errors.length > 0)
    throw new Failure('errors', message('还有 {0} 处必须改正的错误，没有签章。请先校对。', errors.length))
  const bytes = await session.ports.files.read(params.p12, LARGEST_KEY)
  const job = await layOut(session, pages, params, token)
  const pdf = await job.press.pdf(job.uri, { epoch: epochOf(session), attachSource: false }, job.signal)
  const { pdf: signed } = await job.press.sign(pdf, { key: { bytes, password: params.password } })
  await session.ports.files.write(params.target, signed)
  return {
    pages: job.facts.pages,
    files: [params.target, ...(await writeSeparate(session, job, params.target, params.wishes))],
  }
}

async function verify(
  session: Session,
  pages: Pages,
  { pdf, trusted }: VerifyRequest['params'],
): Promise<VerifyRequest['result']> {
  const { files } = session.ports
  const bytes = await files.read(pdf, LARGEST_PDF)
  const certificates = await Promise.all(
    trusted.map(async (uri) => readCertificates(await files.read(uri, LARGEST_KEY), fileName(uri))),
  )
  const press = await pages.press()
  return describeVerdict(await press.verify(bytes, certificates.flat()), session.say)
}

async function writeRevision(
  session: Session,
  pages: Pages,
  { pdf, field, target }: RevisionRequest['params'],
): Promise<null> {
  requireFile(target)
  requireTrust(session)
  if (typeof field !== 'string') throw new Failure('no-field', message('没有写明是哪一枚签章。'))
  const { files } = session.ports
  const press = await pages.press()
  await files.write(target, await press.revision(await files.read(pdf, LARGEST_PDF), field))
  return null
}

function requireTrust({ state }: Session): void {
  if (state.trusted) return
  throw new Failure('untrusted', message('这个文件夹未被信任：只能校对和预览，不能生成文件或签章。'))
}

function requireFile(target: Uri): void {
  if (typeof target === 'string' && target.startsWith('file:')) return
  throw new Failure('not-local', message('只能写到本机文件夹里。请换一个保存位置。'))
}
