// The standard requests about one document: each turns places into offsets, asks a feature, and turns the answer back.
import {
  type CompletionItem,
  CompletionItemKind,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  InsertTextFormat,
  MarkupKind,
  type Position,
  type SymbolInformation,
} from 'vscode-languageserver'
import { asksForNumber } from '../features/completeFrontMatter.ts'
import { type Completion, completion } from '../features/completion.ts'
import { folding } from '../features/folding.ts'
import { formatting, rangeFormatting } from '../features/formatting.ts'
import { hover } from '../features/hover.ts'
import { onEnter } from '../features/onEnter.ts'
import { type OutlineSymbol, symbols } from '../features/symbols.ts'
import type { Snapshot } from '../workspace/snapshot.ts'
import type { Reading } from '../workspace/workspace.ts'
import { answer } from './answer.ts'
import { codeActionsAt } from './codeActions.ts'
import { toOffset, toRange, toSpan } from './place.ts'
import { about, type Session } from './session.ts'
import { SYMBOL_KINDS, toTextEdits } from './toProtocol.ts'

export function answerLanguageRequests(session: Session): void {
  const { connection, ports, workspace } = session
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
  connection.onDocumentRangeFormatting(
    answer(session, [], (params) =>
      about(session, params, ({ snapshot, document }) => {
        // Whole lines: what an editor selects rarely begins where a line does.
        const { start, end } = params.range
        const lines = { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } }
        return toTextEdits(snapshot, rangeFormatting(document, toSpan(snapshot, lines)))
      }),
    ),
  )
  connection.onDocumentOnTypeFormatting(
    answer(session, [], (params) =>
      about(session, params, ({ snapshot, document }) =>
        params.ch === '\n' ? toTextEdits(snapshot, onEnter(document, toOffset(snapshot, params.position))) : [],
      ),
    ),
  )
  connection.onCompletion(
    answer(session, [], (params) =>
      about(session, params, async ({ snapshot, document }) => {
        const offset = toOffset(snapshot, params.position)
        const found = completion(document, offset, {
          clock: ports.clock,
          others: workspace.others(snapshot.uri),
          ...(asksForNumber(document, offset) ? { registered: await workspace.registered(snapshot.uri) } : {}),
        })
        return found.map((each, index) => toCompletionItem(session, snapshot, each, index))
      }),
    ),
  )
}

function hoverAt(session: Session, position: Position): (reading: Reading) => Hover | null {
  return ({ snapshot, document }) => {
    const found = hover(document, toOffset(snapshot, position), session.surroundings(snapshot.uri))
    if (!found) return null
    const value = found.markdown.map((block) => block.map(session.say).join('\n\n')).join('\n\n---\n\n')
    return { range: toRange(snapshot, found.span), contents: { kind: MarkupKind.Markdown, value } }
  }
}

const COMPLETION_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  phrase: CompletionItemKind.Text,
  reference: CompletionItemKind.Reference,
}

function toCompletionItem(
  { client, say }: Session,
  snapshot: Snapshot,
  each: Completion,
  index: number,
): CompletionItem {
  const { insert, caret } = each
  const snippet = client.snippets && caret !== undefined && caret < insert.length
  return {
    label: each.label,
    kind: COMPLETION_KINDS[each.kind],
    // Their own order says more than the alphabet: keys stand as the document has them.
    sortText: String(index).padStart(3, '0'),
    ...(each.detail ? { detail: say(each.detail) } : {}),
    ...(each.documentation ? { documentation: say(each.documentation) } : {}),
    textEdit: {
      range: toRange(snapshot, each.replace),
      newText: snippet ? `${escaped(insert.slice(0, caret))}$0${escaped(insert.slice(caret))}` : insert,
    },
    ...(snippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(each.goesOn ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
  }
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
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
