// What can be done at a place, as the protocol's code actions: edits, or commands of this server.
import type { CodeAction, CodeActionParams, Command, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import { type Action, type ActionCommand, type ActionKind, codeActions } from '../features/codeActions.ts'
import type { Uri } from '../text/finding.ts'
import type { Snapshot } from '../workspace/snapshot.ts'
import type { Reading } from '../workspace/workspace.ts'
import { ACTION_KINDS } from './capabilities.ts'
import type { ExplainArguments, IgnoreArguments, ServerCommand, SetSeverityArguments } from './commandProtocol.ts'
import { toDiagnostic } from './diagnostics.ts'
import { toRange, toSpan } from './place.ts'
import type { Session } from './session.ts'
import { toTextEdits } from './toProtocol.ts'

export function codeActionsAt(
  session: Session,
  { range, context }: CodeActionParams,
): (reading: Reading) => CodeAction[] {
  // Without `only` the editor wants what belongs to the place; a source action is asked for by name.
  const wanted = (kind: ActionKind) =>
    context.only
      ? context.only.some(
          (only) => ACTION_KINDS[kind] === only || ACTION_KINDS[kind].startsWith(`${only}.`) || only === '',
        )
      : kind !== 'source.fixAll'
  return (reading) => {
    const { snapshot, document } = reading
    const actions = codeActions(document, toSpan(snapshot, range), session.surroundings(snapshot.uri), wanted)
    return actions
      .filter(({ command }) => session.state.trusted || command?.name !== 'setSeverity')
      .map((action) => toCodeAction(session, reading, action))
  }
}

function toCodeAction(session: Session, reading: Reading, action: Action): CodeAction {
  const title = session.say(action.title)
  const edit = action.edits.length > 0 ? toWorkspaceEdit(session, action) : undefined
  return {
    title,
    kind: ACTION_KINDS[action.kind],
    ...(action.findings.length > 0
      ? { diagnostics: action.findings.map((each) => toDiagnostic(session, reading, each)) }
      : {}),
    ...(action.preferred ? { isPreferred: true } : {}),
    ...(edit ? { edit } : {}),
    ...(action.command ? { command: toCommand(reading.snapshot, title, action.command) } : {}),
  }
}

function toWorkspaceEdit({ workspace }: Session, { edits }: Action): WorkspaceEdit {
  const changes: Record<Uri, TextEdit[]> = {}
  for (const { uri, edits: own } of edits) {
    const snapshot = workspace.snapshot(uri)
    if (snapshot) changes[uri] = [...(changes[uri] ?? []), ...toTextEdits(snapshot, own)]
  }
  return { changes }
}

function toCommand(snapshot: Snapshot, title: string, command: ActionCommand): Command {
  const { uri, version } = snapshot
  const { rule } = command
  const of = <A>(name: ServerCommand, args: A): Command => ({ title, command: name, arguments: [args] })
  const at = (offset: number) => toRange(snapshot, { start: offset, end: offset }).start
  switch (command.name) {
    case 'explain':
      return of<ExplainArguments>('hongtou.server.explain', { rule })
    case 'setSeverity':
      return of<SetSeverityArguments>('hongtou.server.setSeverity', { uri, rule, severity: command.severity })
    case 'ignore':
      return of<IgnoreArguments>('hongtou.server.ignore', {
        uri,
        version,
        rule,
        scope: command.scope,
        position: at(command.offset),
      })
    case 'ignoreBetween':
      return of<IgnoreArguments>('hongtou.server.ignore', {
        uri,
        version,
        rule,
        scope: 'selection',
        position: at(command.span.start),
        end: at(command.span.end),
      })
  }
}
