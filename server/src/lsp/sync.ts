// Keeps the workspace's texts equal to the editor's.
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import type { Uri } from '../text/finding.ts'
import { run } from './answer.ts'
import type { Reporter } from './diagnostics.ts'
import { toTextOffset } from './place.ts'
import type { Processes } from './processes.ts'
import { refreshLenses } from './redraw.ts'
import type { Session } from './session.ts'

export function followTexts(session: Session, reporter: Reporter, processes: Processes): void {
  const { connection, workspace } = session
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) =>
    run(session, () => {
      workspace.open(uri, version ?? 0, text)
      reporter.changed(uri)
    }),
  )
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    run(session, () => {
      for (const change of contentChanges) applyChange(session, uri, version ?? 0, change)
      reporter.changed(uri)
    }),
  )
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) =>
    run(session, () => {
      workspace.close(uri)
      session.layouts.delete(uri)
      session.builders.delete(uri)
      reporter.closed(uri)
    }),
  )
  connection.onDidChangeWatchedFiles(({ changes }) =>
    run(session, async () => {
      processes.changed(changes.map(({ uri }) => uri))
      if (changes.some(({ uri }) => uri.endsWith('.gw.log'))) refreshLenses(session)
      for (const { uri } of changes) if (!/\.(gw\.log|ya?ml)$/.test(uri)) await workspace.fileChanged(uri)
      if (changes.some(({ uri }) => /\.ya?ml$/.test(uri))) {
        // Which documents inherit from a changed profile is not worth working out.
        workspace.forgetProfiles()
        session.state.epoch++
        session.layouts.clear()
      }
      if (changes.some(({ uri }) => !uri.endsWith('.gw.log'))) reporter.allChanged()
    }),
  )
}

/** Each change counts from the text that the one before it left. */
function applyChange(session: Session, uri: Uri, version: number, change: TextDocumentContentChangeEvent): void {
  const { workspace } = session
  const snapshot = workspace.snapshot(uri)
  if (!snapshot) return
  if (!('range' in change) || !change.range) {
    workspace.open(uri, version, change.text)
    return
  }
  const start = toTextOffset(snapshot, change.range.start)
  const end = Math.max(start, toTextOffset(snapshot, change.range.end))
  workspace.edit(uri, version, { span: { start, end }, text: change.text })
}
