// Plain data of features as the protocol writes it.
import { SymbolKind, type TextEdit } from 'vscode-languageserver'
import type { OutlineSymbol } from '../features/symbols.ts'
import type { Edit } from '../text/edit.ts'
import type { Snapshot } from '../workspace/snapshot.ts'
import { toRange } from './place.ts'

export function toTextEdits(snapshot: Snapshot, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: toRange(snapshot, span), newText: text }))
}

export const SYMBOL_KINDS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  part: SymbolKind.File,
  heading: SymbolKind.String,
  article: SymbolKind.Key,
  table: SymbolKind.Array,
}
