// Lenses and hints tell of findings and pages, and editors ask for them after a change of the text only.
import { CodeLensRefreshRequest } from 'vscode-languageserver'
import type { Uri } from '../text/finding.ts'
import type { Session } from './session.ts'

export interface Redrawer {
  /** What the findings of a document depend on, each time that they are told. */
  told(uri: Uri, version: number, key: string): void
  forget(uri: Uri): void
}

/** Has the editor ask again when the findings of a document may have changed and its text has not. */
export function createRedrawer(session: Session): Redrawer {
  const { connection, client } = session
  const last = new Map<Uri, { readonly version: number; readonly key: string }>()
  return {
    told(uri, version, key) {
      const before = last.get(uri)
      last.set(uri, { version, key })
      if (before?.version !== version || before.key === key) return
      refreshLenses(session)
      if (client.refreshHints) void connection.languages.inlayHint.refresh().catch(() => {})
    },
    forget: (uri) => void last.delete(uri),
  }
}

/** Has the editor ask for lenses again, which also say where a document stands in its process. */
export function refreshLenses({ connection, client }: Session): void {
  if (client.refreshLenses) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {})
}
