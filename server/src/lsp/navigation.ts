// The standard requests that go from a name to its places, in this document and in others.
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type LinkedEditingRanges,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type SelectionRange,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { definition, type Place } from '../features/definition.ts'
import { documentLinks } from '../features/documentLinks.ts'
import { highlight } from '../features/highlight.ts'
import { linkedEditing } from '../features/linkedEditing.ts'
import { references } from '../features/references.ts'
import { prepareRename, rename } from '../features/rename.ts'
import { type FileRename, renameFiles } from '../features/renameFiles.ts'
import { selectionRange } from '../features/selectionRange.ts'
import { workspaceSymbols } from '../features/workspaceSymbols.ts'
import type { Edit } from '../text/edit.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Snapshot } from '../workspace/snapshot.ts'
import type { Reading } from '../workspace/workspace.ts'
import { answer, answerOrFail, cancelled } from './answer.ts'
import { toOffset, toRange } from './place.ts'
import { about, type Session } from './session.ts'
import { SYMBOL_KINDS, toTextEdits } from './toProtocol.ts'

export function answerNavigation(session: Session): void {
  const { connection } = session
  connection.onDefinition(answer(session, null, (params) => about(session, params, definitionAt(session, params))))
  connection.onReferences(
    answer(session, [], (params) =>
      about(session, params, ({ snapshot, document }) => {
        const offset = toOffset(snapshot, params.position)
        const { includeDeclaration } = params.context
        return locations(session, references(document, offset, othersOf(session, snapshot), includeDeclaration))
      }),
    ),
  )
  connection.onDocumentHighlight(
    answer(session, [], (params) => about(session, params, highlights(session, params.position))),
  )
  connection.languages.onLinkedEditingRange(
    answer(session, null, (params) => about(session, params, linked(session, params.position))),
  )
  connection.onDocumentLinks(answer(session, [], (params) => about(session, params, links(session))))
  connection.onSelectionRanges(answer(session, [], (params) => about(session, params, selections(params.positions))))
  connection.onPrepareRename(
    answerOrFail(session, (params) => about(session, params, prepared(session, params.position))),
  )
  connection.onRenameRequest(answerOrFail(session, (params) => about(session, params, renamed(session, params))))
  connection.workspace.onWillRenameFiles(
    answer(session, null, async ({ files }, token) => {
      const renames = files.map(({ oldUri, newUri }): FileRename => ({ from: oldUri, to: newUri }))
      const edits = new Map<Uri, readonly Edit[]>()
      for (const uri of mayName(session, renames)) {
        if (token.isCancellationRequested) throw cancelled()
        const reading = await session.workspace.peek(uri)
        if (reading) edits.set(uri, renameFiles(reading.document, renames))
      }
      return workspaceEdit(session, edits)
    }),
  )
  connection.onWorkspaceSymbol(answer(session, [], ({ query }) => symbolsFor(session, query)))
}

const othersOf = ({ workspace }: Session, { uri }: Snapshot) => workspace.others(uri)

function definitionAt(session: Session, { position }: { position: Position }) {
  return async ({ snapshot, document }: Reading): Promise<LocationLink[] | Location[] | null> => {
    const found = definition(document, toOffset(snapshot, position), othersOf(session, snapshot))
    if (!found) return null
    const places = await locations(session, [found.to])
    if (!session.client.definitionLinks) return places
    return places.map(({ uri, range }) => ({
      originSelectionRange: toRange(snapshot, found.from),
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    }))
  }
}

function highlights(session: Session, position: Position): (reading: Reading) => DocumentHighlight[] {
  return ({ snapshot, document }) =>
    highlight(document, toOffset(snapshot, position), othersOf(session, snapshot)).map(({ span, kind }) => ({
      range: toRange(snapshot, span),
      kind: kind === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Text,
    }))
}

function linked(session: Session, position: Position): (reading: Reading) => LinkedEditingRanges | null {
  return ({ snapshot, document }) => {
    const spans = linkedEditing(document, toOffset(snapshot, position), othersOf(session, snapshot))
    return spans
      ? { ranges: spans.map((span) => toRange(snapshot, span)), wordPattern: '[^\\s“”"（）()，。；：]+' }
      : null
  }
}

function links(session: Session): (reading: Reading) => DocumentLink[] {
  return ({ snapshot, document }) =>
    documentLinks(document, othersOf(session, snapshot)).map(({ span, target, title }) => ({
      range: toRange(snapshot, span),
      target,
      ...(title ? { tooltip: title } : {}),
    }))
}

function selections(positions: readonly Position[]): (reading: Reading) => SelectionRange[] {
  return ({ snapshot, document }) =>
    positions.map((position) => {
      const offset = toOffset(snapshot, position)
      const here = { start: offset, end: offset }
      const outwards = [here, ...selectionRange(document, offset)]
      const [first, ...rest] = outwards.map((span): SelectionRange => ({ range: toRange(snapshot, span) })).reverse()
      return rest.reduce((parent, { range }): SelectionRange => ({ range, parent }), first as SelectionRange)
    })
}

function prepared(session: Session, position: Position) {
  return ({ snapshot, document }: Reading): { range: Range; placeholder: string } => {
    const found = prepareRename(document, toOffset(snapshot, position), othersOf(session, snapshot))
    if (!found) throw notRenamable(session)
    return { range: toRange(snapshot, found.span), placeholder: found.text }
  }
}

function renamed(session: Session, { position, newName }: { position: Position; newName: string }) {
  return async ({ snapshot, document }: Reading): Promise<WorkspaceEdit> => {
    const edits = rename(document, toOffset(snapshot, position), othersOf(session, snapshot), String(newName))
    if (edits.size === 0) throw notRenamable(session)
    return workspaceEdit(session, edits)
  }
}

function notRenamable({ say }: Session): ResponseError<void> {
  const sentence = message('这里没有可以改名的：能改名的是附件、“以下简称”的简称和公文标题（写在一行的）。')
  return new ResponseError(LSPErrorCodes.RequestFailed, say(sentence))
}

/** Documents whose paths a renaming can touch: those that name files, and the renamed ones themselves. */
function mayName({ workspace }: Session, renames: readonly FileRename[]): readonly Uri[] {
  return workspace
    .summaries()
    .filter(({ uri, files }) => files.length > 0 || renames.some(({ from }) => from === uri))
    .map(({ uri }) => uri)
}

function symbolsFor({ workspace, say }: Session, query: string): Promise<SymbolInformation[]> {
  const open = workspace.openUris()
  return Promise.all(open.map((uri) => workspace.read(uri))).then((readings) => {
    const documents = readings.flatMap((reading) => reading?.document ?? [])
    return workspaceSymbols(String(query ?? ''), workspace.summaries(), documents).map(
      ({ name, kind, uri, span, container }) => {
        const snapshot = workspace.snapshot(uri)
        const range = snapshot ? toRange(snapshot, span) : TOP
        return {
          name: say(name),
          kind: SYMBOL_KINDS[kind] ?? SymbolKind.File,
          location: { uri, range },
          containerName: container,
        }
      },
    )
  })
}

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/** Of a document that is not open the text is read, so that its places have lines. */
async function locations({ workspace }: Session, places: readonly Place[]): Promise<Location[]> {
  const found: Location[] = []
  for (const { uri, span } of places) {
    const snapshot = span.end > 0 ? await workspace.look(uri) : undefined
    found.push({ uri, range: snapshot ? toRange(snapshot, span) : TOP })
  }
  return found
}

async function workspaceEdit({ workspace }: Session, edits: ReadonlyMap<Uri, readonly Edit[]>): Promise<WorkspaceEdit> {
  const changes: Record<Uri, TextEdit[]> = {}
  for (const [uri, own] of edits) {
    const snapshot = own.length > 0 ? await workspace.look(uri) : undefined
    if (snapshot) changes[uri] = toTextEdits(snapshot, own)
  }
  return { changes }
}
