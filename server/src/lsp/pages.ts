// The requests that show pages: preview, titles, jumps between text and page. The press does the work.
import type { CancellationToken } from 'vscode-languageserver'
import { placeOf, sourceAt } from '../features/pagePlaces.ts'
import { titleChoices } from '../features/titleBreaks.ts'
import type { Press } from '../press/press.ts'
import { smallestEdit } from '../text/edit.ts'
import type { Uri } from '../text/finding.ts'
import type { Reading } from '../workspace/workspace.ts'
import { answer, answerOrFail } from './answer.ts'
import type { Reporter } from './diagnostics.ts'
import { toOffset, toRange } from './place.ts'
import { overlay } from './preview.ts'
import type {
  PlaceOfRequest,
  PreviewRequest,
  PreviewTitle,
  PrintedPlace,
  SourceAtRequest,
  TitlesRequest,
} from './protocol.ts'
import type { Session } from './session.ts'

/** The pages of open documents. */
export interface Pages {
  press(): Promise<Press>
  /** The document as the press has it now, laid out. */
  laidOut(
    uri: Uri,
    token: CancellationToken,
  ): Promise<{ press: Press; reading: Reading; signal: AbortSignal } | undefined>
}

/** @returns the pages, for those who print them */
export function answerPageRequests(session: Session, reporter: Reporter): Pages {
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
    answer(session, null, (params: PlaceOfRequest['params'], token) => printedPlace(session, pages, params, token)),
  )
  return pages
}

/** A document as a press has it. */
interface Sent {
  readonly text: string
  readonly version: number
  readonly profile: string
}

function createPages(session: Session, reporter: Reporter): Pages {
  const sentTo = new WeakMap<Press, Map<Uri, Sent>>()

  const update = (press: Press, { snapshot, document }: Reading): void => {
    const { uri, version } = snapshot
    const text = snapshot.text.slice(snapshot.lead)
    const sent = sentTo.get(press) ?? new Map<Uri, Sent>()
    sentTo.set(press, sent)
    const last = sent.get(uri)
    const profile = document.profile.key
    if (last && last.version === version && last.profile === profile && last.text === text) return
    press.update(uri, version, last ? [smallestEdit(last.text, text)] : text, document.profile)
    sent.set(uri, { text, version, profile })
  }

  return {
    press: () => openPress(session),
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
  session.state.press ??= session.ports.openPress({ within: [...session.folders] })
  return session.state.press
}

export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController()
  if (token.isCancellationRequested) controller.abort()
  token.onCancellationRequested(() => controller.abort())
  return controller.signal
}

async function preview(
  session: Session,
  pages: Pages,
  { uri, known, within }: PreviewRequest['params'],
  token: CancellationToken,
) {
  const job = await pages.laidOut(uri, token)
  if (!job) return null
  const wanted = { known, ...(within && { within }) }
  const drawn = await job.press.paint(uri, wanted, job.signal)
  const { version } = job.reading.snapshot
  return { version, ...drawn, titles: titlesIn(session, job.reading), ...overlay(session, job.reading) }
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

async function printedPlace(
  { workspace }: Session,
  pages: Pages,
  { uri, position }: PlaceOfRequest['params'],
  token: CancellationToken,
) {
  const found = await workspace.read(uri)
  if (!found) return null
  const place = placeOf(found.document, toOffset(found.snapshot, position))
  // Without pages, or with newer text on its way to them, the name alone is an answer.
  const page = await pageOf(pages, uri, place, token).catch(() => undefined)
  return page === undefined ? place : { ...place, page }
}

async function pageOf(pages: Pages, uri: Uri, place: PrintedPlace, token: CancellationToken) {
  const job = await pages.laidOut(uri, token)
  return job?.press.pageOf(uri, place, job.signal)
}
