// Findings of documents that are not open, for editors that ask for the whole workspace.
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { diagnostics } from '../features/diagnostics.ts'
import type { Uri } from '../text/finding.ts'
import { fingerprint } from '../text/fingerprint.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { answer, cancelled } from './answer.ts'
import { toDiagnostic, turn } from './diagnostics.ts'
import type { Session } from './session.ts'

type Summary = ReturnType<Workspace['summaries']>[number]

/** A folder of more documents is an archive: to check it all in the background helps nobody. */
const MOST_CHECKED = 1000
/** With more documents, a word changed in one title would have all the others checked again. */
const MOST_COMPARED = 200

export function answerWorkspaceDiagnostics(session: Session): void {
  const idOf = summaryIds()
  session.connection.languages.diagnostics.onWorkspace(
    answer(session, { items: [] }, (params, token) => report(session, idOf, params, token)),
  )
}

/** Only what is new since the editor asked last: what is left out stays as it was. */
async function report(
  session: Session,
  idOf: (summary: Summary) => string,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const { workspace } = session
  const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]))
  const open = new Set(workspace.openUris())
  const closed = workspace.summaries().filter(({ uri }) => !open.has(uri))
  const checked = closed.length > MOST_CHECKED ? [] : closed
  const compared = checked.length <= MOST_COMPARED
  const told = compared
    ? fingerprint(
        workspace
          .summaries()
          .map(({ key }) => key)
          .join('\n'),
      )
    : ''
  const items: WorkspaceDocumentDiagnosticReport[] = []
  for (const summary of checked) {
    const lacking = (await workspace.lacking(summary)).join('/')
    const resultId = `${session.state.epoch}-${idOf(summary)}-${told}${lacking && `-${fingerprint(lacking)}`}`
    if (known.get(summary.uri) === resultId) continue
    await turn()
    if (token.isCancellationRequested) throw cancelled()
    items.push({ ...(await full(session, summary.uri, compared)), uri: summary.uri, version: null, resultId })
  }
  // A file that is gone has nothing wrong with it any more.
  const there = new Set([...open, ...checked.map(({ uri }) => uri)])
  for (const uri of known.keys()) if (!there.has(uri)) items.push({ ...NOTHING, uri, version: null })
  return { items }
}

const NOTHING: FullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] }

/** @param compared whether it is held against the others, too */
async function full(session: Session, uri: Uri, compared: boolean): Promise<FullDocumentDiagnosticReport> {
  const reading = await session.workspace.peek(uri)
  if (!reading) return NOTHING
  const { snapshot, document, missing } = reading
  const others = compared ? { others: session.workspace.others(uri) } : {}
  const found = diagnostics(document, { clock: session.ports.clock, missing, ...others })
  return { ...NOTHING, items: found.map((each) => toDiagnostic(session, { snapshot }, each)) }
}

/** Names for summaries. A file that was read again has another one: equal object, equal findings. */
function summaryIds(): (summary: Summary) => string {
  const ids = new WeakMap<Summary, string>()
  let count = 0
  return (summary) => {
    const id = ids.get(summary) ?? String(++count)
    ids.set(summary, id)
    return id
  }
}
