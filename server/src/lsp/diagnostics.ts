import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver'
import { diagnostics, diagnosticsKey } from '../features/diagnostics.ts'
import { findRule } from '../rules/registry.ts'
import type { Finding, Severity, Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Snapshot } from '../workspace/snapshot.ts'
import type { Reading } from '../workspace/workspace.ts'
import { answer, cancelled, run } from './answer.ts'
import { toRange } from './place.ts'
import { createProfileReporter, profileNote } from './profileProblems.ts'
import { createRedrawer } from './redraw.ts'
import type { Session } from './session.ts'

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** How findings reach the editor: it asks (pull) or, where it cannot, they are sent (push). Never both. */
export interface Reporter {
  /** The document's text changed. */
  changed(uri: Uri): void
  /** Something changed that all documents depend on. */
  allChanged(): void
  closed(uri: Uri): void
}

export function createReporter(session: Session): Reporter {
  return session.client.pull ? pullReporter(session) : pushReporter(session)
}

function pullReporter(session: Session): Reporter {
  const ids = resultIds()
  const redrawer = createRedrawer(session)
  const profiles = createProfileReporter(session)
  session.connection.languages.diagnostics.on(
    answer(session, full([]), async ({ textDocument: { uri }, previousResultId }, token) => {
      // Changes and cancellations that already wait are taken in first: no work for a text that is gone.
      await turn()
      if (token.isCancellationRequested) throw cancelled()
      const reading = await session.workspace.read(uri)
      if (!reading) return full([])
      await profiles.report(uri, reading.document.profile.problems)
      const key = diagnosticsKey(session.surroundings(uri), reading.document)
      redrawer.told(uri, reading.snapshot.version, key)
      const resultId = ids.of(uri, key)
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      return full(toDiagnostics(session, reading), resultId)
    }),
  )
  const refresh = () => {
    if (session.client.refresh) void session.connection.languages.diagnostics.refresh().catch(() => {})
  }
  // After a change of the text the editor asks by itself.
  return {
    changed: () => {},
    allChanged: refresh,
    closed(uri) {
      ids.forget(uri)
      redrawer.forget(uri)
      void run(session, () => profiles.closed(uri))
    },
  }
}

function full(items: Diagnostic[], resultId?: string): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items, ...(resultId ? { resultId } : {}) }
}

/** Short names for long keys: equal key, equal id. */
function resultIds(): { of(uri: Uri, key: string): string; forget(uri: Uri): void } {
  const known = new Map<Uri, { readonly key: string; readonly id: string }>()
  let count = 0
  return {
    of(uri, key) {
      let entry = known.get(uri)
      if (entry?.key !== key) {
        entry = { key, id: String(++count) }
        known.set(uri, entry)
      }
      return entry.id
    },
    forget: (uri) => void known.delete(uri),
  }
}

function pushReporter(session: Session): Reporter {
  const waiting = new Set<Uri>()
  const sent = new Map<Uri, string>()
  const redrawer = createRedrawer(session)
  const profiles = createProfileReporter(session)
  let scheduled = false

  const push = async (uri: Uri): Promise<void> => {
    const reading = await session.workspace.read(uri)
    if (!reading) return
    const key = diagnosticsKey(session.surroundings(uri), reading.document)
    if (sent.get(uri) === key) return
    sent.set(uri, key)
    await profiles.report(uri, reading.document.profile.problems)
    const { version } = reading.snapshot
    redrawer.told(uri, version, key)
    await session.connection.sendDiagnostics({ uri, version, diagnostics: toDiagnostics(session, reading) })
  }
  const flush = async (): Promise<void> => {
    await turn()
    scheduled = false
    const uris = [...waiting]
    waiting.clear()
    for (const uri of uris) await run(session, () => push(uri))
  }
  const schedule = (uris: readonly Uri[]) => {
    for (const uri of uris) waiting.add(uri)
    if (scheduled) return
    scheduled = true
    void flush()
  }
  return {
    // What one document says of itself can matter to the others; those whose findings stay are not sent again.
    changed: (uri) => schedule([uri, ...session.workspace.openUris()]),
    allChanged: () => schedule(session.workspace.openUris()),
    closed(uri) {
      waiting.delete(uri)
      sent.delete(uri)
      redrawer.forget(uri)
      void session.connection.sendDiagnostics({ uri, diagnostics: [] })
      void run(session, () => profiles.closed(uri))
    },
  }
}

/** Lets the messages that have already arrived be read first. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

function toDiagnostics(session: Session, reading: Reading): Diagnostic[] {
  const findings = diagnostics(reading.document, session.surroundings(reading.snapshot.uri))
  const note = profileNote(session, reading.document.profile.problems)
  return [...(note ? [note] : []), ...findings.map((finding) => toDiagnostic(session, reading, finding))]
}

export function toDiagnostic(session: Session, { snapshot }: Pick<Reading, 'snapshot'>, finding: Finding): Diagnostic {
  const { client } = session
  const href = client.codeDescription ? rulePage(session, finding.rule) : undefined
  const related = client.relatedInformation ? relatedInformation(session, snapshot, finding) : []
  return {
    range: toRange(snapshot, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: '红头',
    message: session.say(finding.message),
    ...(href ? { codeDescription: { href } } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(client.tags && isSuperfluous(finding) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  }
}

function rulePage({ options, ports }: Session, rule: string): string | undefined {
  if (!findRule(rule)) return undefined
  if (options.rulePage !== undefined) return options.rulePage.replace('{rule}', encodeURIComponent(rule))
  return ports.rulePages === undefined ? undefined : `${ports.rulePages}${encodeURIComponent(rule)}.md`
}

const TOP = { line: 0, character: 0 } as const

/** So many other places of a folded finding are listed; more would hide the message. */
const MOST_PLACES = 20

function relatedInformation(
  { workspace, say }: Session,
  here: Snapshot,
  { related, also }: Finding,
): DiagnosticRelatedInformation[] {
  const same = (also ?? []).slice(0, MOST_PLACES).map((span) => ({
    location: { uri: here.uri, range: toRange(here, span) },
    message: say(message('此处也有同样的问题')),
  }))
  const others = (related ?? []).flatMap((each) => {
    const snapshot = workspace.snapshot(each.uri)
    // Of a document that is not open the lines are not known: it is shown from its beginning.
    const range = snapshot ? toRange(snapshot, each.span) : { start: TOP, end: TOP }
    return [{ location: { uri: each.uri, range }, message: say(each.message) }]
  })
  return [...others, ...same]
}

/** Text that a fix takes away whole and puts nothing in its place: the editor may show it faded. */
function isSuperfluous({ fixes, span }: Finding): boolean {
  const edits = fixes[0]?.edits.flatMap((each) => each.edits) ?? []
  const [edit] = edits
  return edits.length === 1 && edit?.text === '' && edit.span.start <= span.start && span.end <= edit.span.end
}
