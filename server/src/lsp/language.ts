// The standard requests about one document: each turns places into offsets, asks a feature, and turns the answer back.
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionItem,
  CompletionItemKind,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  MarkupKind,
  type Position,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { type Action, type ActionKind, codeActions } from '../features/codeActions.ts'
import { completion } from '../features/completion.ts'
import { folding } from '../features/folding.ts'
import { formatting } from '../features/formatting.ts'
import { hover } from '../features/hover.ts'
import { type OutlineSymbol, symbols } from '../features/symbols.ts'
import type { Uri } from '../text/finding.ts'
import type { Snapshot } from '../workspace/snapshot.ts'
import type { Reading } from '../workspace/workspace.ts'
import { answer } from './answer.ts'
import { toDiagnostic } from './diagnostics.ts'
import { toOffset, toRange, toSpan } from './place.ts'
import type { ExplainArguments, IgnoreArguments, ServerCommand } from './protocol.ts'
import { about, type Session } from './session.ts'
import { SYMBOL_KINDS, toTextEdits } from './toProtocol.ts'

const FIX_ALL = `${CodeActionKind.SourceFixAll}.hongtou`

export function answerLanguageRequests(session: Session): void {
  const { connection, ports } = session
  connection.onCodeAction(answer(session, [], (params) => about(session, params, codeActionsAt(session, params))))
  connection.onHover(answer(session, null, (params) => about(session, params, hoverAt(session, params.position))))
  connection.onDocumentSymbol(answer(session, [], (params) => about(session, params, outline(session))))
  connection.onFoldingRanges(
    answer(session, [], (params) =>
      about(session, params, ({ snapshot, document }) => folds(snapshot, folding(document))),
    ),
  )
  connection.onDocumentFormatting(
    answer(session, [], (params) =>
      about(session, params, ({ snapshot, document }) => toTextEdits(snapshot, formatting(document))),
    ),
  )
  connection.onCompletion(
    answer(session, [], (params) =>
      about(session, params, ({ snapshot, document }) =>
        completion(document, toOffset(snapshot, params.position), ports.clock).map((each, index) =>
          toCompletionItem(snapshot, each, index),
        ),
      ),
    ),
  )
}

function hoverAt(session: Session, position: Position): (reading: Reading) => Hover | null {
  return ({ snapshot, document }) => {
    const found = hover(document, toOffset(snapshot, position), session.surroundings(snapshot.uri))
    if (!found) return null
    const value = found.markdown.join('\n\n---\n\n')
    return { range: toRange(snapshot, found.span), contents: { kind: MarkupKind.Markdown, value } }
  }
}

function codeActionsAt(session: Session, { range, context }: CodeActionParams): (reading: Reading) => CodeAction[] {
  const kindOf = (kind: ActionKind) => (kind === 'source.fixAll' ? FIX_ALL : CodeActionKind.QuickFix)
  // Without `only` the editor wants what belongs to the place; a source action is asked for by name.
  const wanted = (kind: ActionKind) =>
    context.only
      ? context.only.some((only) => kindOf(kind) === only || kindOf(kind).startsWith(`${only}.`))
      : kind === 'quickfix'
  return (reading) => {
    const { snapshot, document } = reading
    const actions = codeActions(document, toSpan(snapshot, range), session.surroundings(snapshot.uri), wanted)
    return actions.map((action) => toCodeAction(session, reading, action, kindOf(action.kind)))
  }
}

function toCodeAction(session: Session, reading: Reading, action: Action, kind: string): CodeAction {
  const title = session.say(action.title)
  const edit = action.edits.length > 0 ? toWorkspaceEdit(session, action) : undefined
  return {
    title,
    kind,
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

function toCommand(snapshot: Snapshot, title: string, command: NonNullable<Action['command']>) {
  if (command.name === 'explain') {
    const name: ServerCommand = 'hongtou.server.explain'
    return { title, command: name, arguments: [{ rule: command.rule } satisfies ExplainArguments] }
  }
  const name: ServerCommand = 'hongtou.server.ignore'
  const { rule, scope, offset } = command
  const position = toRange(snapshot, { start: offset, end: offset }).start
  const args: IgnoreArguments = { uri: snapshot.uri, version: snapshot.version, rule, scope, position }
  return { title, command: name, arguments: [args] }
}

function toCompletionItem(
  snapshot: Snapshot,
  each: ReturnType<typeof completion>[number],
  index: number,
): CompletionItem {
  return {
    label: each.label,
    kind: each.kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value,
    // Their own order says more than the alphabet: keys stand as the document has them.
    sortText: String(index).padStart(3, '0'),
    ...(each.detail ? { detail: each.detail } : {}),
    ...(each.documentation ? { documentation: each.documentation } : {}),
    textEdit: { range: toRange(snapshot, each.replace), newText: each.insert },
    ...(each.goesOn ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
  }
}

function outline(session: Session): (reading: Reading) => DocumentSymbol[] | SymbolInformation[] {
  return ({ snapshot, document }) => {
    const tree = symbols(document)
    return session.client.nestedSymbols
      ? tree.map((symbol) => toSymbol(session, snapshot, symbol))
      : tree.flatMap((symbol) => flat(session, snapshot, symbol))
  }
}

function toSymbol(session: Session, snapshot: Snapshot, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: session.say(symbol.name),
    kind: SYMBOL_KINDS[symbol.kind],
    range: toRange(snapshot, symbol.span),
    selectionRange: toRange(snapshot, symbol.selection),
    children: symbol.children.map((child) => toSymbol(session, snapshot, child)),
  }
}

function flat(session: Session, snapshot: Snapshot, symbol: OutlineSymbol): SymbolInformation[] {
  const location = { uri: snapshot.uri, range: toRange(snapshot, symbol.span) }
  const own = { name: session.say(symbol.name), kind: SYMBOL_KINDS[symbol.kind], location }
  return [own, ...symbol.children.flatMap((child) => flat(session, snapshot, child))]
}

function folds(snapshot: Snapshot, spans: ReturnType<typeof folding>): FoldingRange[] {
  return spans
    .map((span) => toRange(snapshot, span))
    .filter(({ start, end }) => end.line > start.line)
    .map(({ start, end }) => ({ startLine: start.line, endLine: end.line }))
}
