// The requests that need pages: preview, jumps between text and page, printing, signing, verifying. The press does the work.
import type { CancellationToken } from 'vscode-languageserver'
import { readCertificates } from '../features/certificates.ts'
import { issueCheck } from '../features/issueCheck.ts'
import { placeOf, sourceAt } from '../features/pagePlaces.ts'
import { titleChoices } from '../features/titleBreaks.ts'
import type { Press } from '../press/press.ts'
import { smallestEdit } from '../text/edit.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'
import type { Reading } from '../workspace/workspace.ts'
import { answer, answerOrFail } from './answer.ts'
import type { Reporter } from './diagnostics.ts'
import { toOffset, toRange } from './place.ts'
import { overlay } from './preview.ts'
import type {
  CheckRequest,
  PlaceOfRequest,
  PreviewRequest,
  PreviewTitle,
  RenderAndSignRequest,
  RenderRequest,
  SourceAtRequest,
  TitlesRequest,
  VerifyRequest,
} from './protocol.ts'
import { openReading, type Session } from './session.ts'
import { describeVerdict } from './verdict.ts'

const LARGEST_PDF = 256 << 20
const LARGEST_KEY = 1 << 20

interface Pages {
  /** The document as the press has it now, laid out. */
  laidOut(
    uri: Uri,
    token: CancellationToken,
  ): Promise<{ press: Press; reading: Reading; signal: AbortSignal } | undefined>
}

export function answerPageRequests(session: Session, reporter: Reporter): void {
  const pages = createPages(session, reporter)
  const { connection } = session
  connection.onRequest(
    'hongtou/preview' satisfies PreviewRequest['method'],
    answerOrFail(session, (params: PreviewRequest['params'], token) => preview(session, pages, params, token)),
  )
  connection.onRequest(
    'hongtou/titles' satisfies TitlesRequest['method'],
    answerOrFail(session, (params: TitlesRequest['params'], token) => titles(session, pages, params.uri, token)),
  )
  connection.onRequest(
    'hongtou/sourceAt' satisfies SourceAtRequest['method'],
    answer(session, null, (params: SourceAtRequest['params']) => positionAt(session, params)),
  )
  connection.onRequest(
    'hongtou/placeOf' satisfies PlaceOfRequest['method'],
    answer(session, null, (params: PlaceOfRequest['params']) => printedPlace(session, params)),
  )
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
    answerOrFail(session, (params: VerifyRequest['params']) => verify(session, params)),
  )
}

function createPages(session: Session, reporter: Reporter): Pages {
  const sent = new Map<Uri, { readonly text: string; readonly version: number; readonly profile: string }>()

  const update = (press: Press, { snapshot, document }: Reading): void => {
    const { uri, version } = snapshot
    const text = snapshot.text.slice(snapshot.lead)
    const last = sent.get(uri)
    const profile = document.profile.key
    if (last && last.version === version && last.profile === profile && last.text === text) return
    press.update(uri, version, last ? [smallestEdit(last.text, text)] : text, document.profile)
    sent.set(uri, { text, version, profile })
  }

  return {
    async laidOut(uri, token) {
      const reading = typeof uri === 'string' ? await session.workspace.read(uri) : undefined
      if (!reading) return undefined
      const press = await openPress(session)
      update(press, reading)
      const signal = signalOf(token)
      const known = session.layouts.get(uri)
      if (known?.version === reading.snapshot.version) return { press, reading, signal }
      const facts = await press.layout(uri, reading.snapshot.version, signal)
      session.layouts.set(uri, facts)
      // Rules that look at pages can speak now; while they see the same, nothing would change.
      if (!known || seenByRules(known) !== seenByRules(facts)) reporter.allChanged()
      return { press, reading, signal }
    },
  }
}

type Facts = Awaited<ReturnType<Press['layout']>>

/** What of a layout the rules look at: how the title breaks, what stands on the first page, what could not be set. */
function seenByRules({ titleLines, elements, problems }: Facts): string {
  const first = new Set(elements.filter(({ page }) => page === 0).map(({ element }) => element))
  return JSON.stringify([titleLines, [...first], problems])
}

function openPress(session: Session): Promise<Press> {
  session.state.press ??= session.ports.openPress({ within: session.home })
  return session.state.press
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController()
  if (token.isCancellationRequested) controller.abort()
  token.onCancellationRequested(() => controller.abort())
  return controller.signal
}

async function preview(
  session: Session,
  pages: Pages,
  { uri, known }: PreviewRequest['params'],
  token: CancellationToken,
) {
  const job = await pages.laidOut(uri, token)
  if (!job) return null
  const keys = Array.isArray(known) ? known.filter((key) => typeof key === 'string') : []
  const drawn = await job.press.svg(uri, keys, job.signal)
  const { version } = job.reading.snapshot
  return { version, pages: drawn, titles: titlesIn(session, job.reading), ...overlay(session, job.reading) }
}

async function titles(session: Session, pages: Pages, uri: Uri, token: CancellationToken) {
  const job = await pages.laidOut(uri, token)
  return job ? { version: job.reading.snapshot.version, titles: titlesIn(session, job.reading) } : null
}

function titlesIn({ layouts }: Session, { snapshot, document }: Reading): readonly PreviewTitle[] {
  const facts = layouts.get(snapshot.uri)
  if (facts?.version !== snapshot.version) return []
  return titleChoices(document, facts).map(({ span, lines, others }) => {
    // Behind the `# `: a place that a run was printed from.
    const offset = Math.min(span.end, span.start + 2)
    const position = toRange(snapshot, { start: offset, end: offset }).start
    return { position, place: placeOf(document, offset), lines, others }
  })
}

async function positionAt({ workspace }: Session, { uri, section, offset }: SourceAtRequest['params']) {
  const found = await workspace.read(uri)
  const at = found && sourceAt(found.document, { section, offset })
  return !found || at === undefined ? null : toRange(found.snapshot, { start: at, end: at }).start
}

async function printedPlace({ workspace }: Session, { uri, position }: PlaceOfRequest['params']) {
  const found = await workspace.read(uri)
  return found ? placeOf(found.document, toOffset(found.snapshot, position)) : null
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

async function print(session: Session, pages: Pages, uri: Uri, token: CancellationToken) {
  requireTrust(session)
  await openReading(session, uri)
  const job = await pages.laidOut(uri, token)
  const facts = session.layouts.get(uri)
  if (!job || !facts) throw new Failure('closed', message('公文已经关闭，没有生成 PDF。'))
  const epoch = Math.floor(session.ports.clock.now().getTime() / 1000)
  return {
    pdf: await job.press.pdf(uri, { epoch, attachSource: false }, job.signal),
    pages: facts.pages,
    press: job.press,
  }
}

async function render(session: Session, pages: Pages, params: RenderRequest['params'], token: CancellationToken) {
  requireFile(params.target)
  const printed = await print(session, pages, params.uri, token)
  await session.ports.files.write(params.target, printed.pdf)
  return { pages: printed.pages }
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
  const printed = await print(session, pages, params.uri, token)
  const { pdf: signed } = await printed.press.sign(printed.pdf, { key: { bytes, password: params.password } })
  await session.ports.files.write(params.target, signed)
  return { pages: printed.pages }
}

async function verify(session: Session, { pdf, trusted }: VerifyRequest['params']): Promise<VerifyRequest['result']> {
  const { files } = session.ports
  const bytes = await files.read(pdf, LARGEST_PDF)
  const certificates = await Promise.all(
    trusted.map(async (uri) => readCertificates(await files.read(uri, LARGEST_KEY), fileName(uri))),
  )
  const press = await openPress(session)
  return describeVerdict(await press.verify(bytes, certificates.flat()), session.say)
}

function requireTrust({ state }: Session): void {
  if (state.trusted) return
  throw new Failure('untrusted', message('这个文件夹未被信任：只能校对和预览，不能生成文件或签章。'))
}

function requireFile(target: Uri): void {
  if (typeof target === 'string' && target.startsWith('file:')) return
  throw new Failure('not-local', message('只能写到本机文件夹里。请换一个保存位置。'))
}
