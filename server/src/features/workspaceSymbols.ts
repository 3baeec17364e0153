/** Documents by title, 字号 or file name, and headings of the open ones. */
import type { GongwenDocument } from '../model/document.ts'
import type { Summary } from '../model/summary.ts'
import type { Message, Uri } from '../text/finding.ts'
import { formatMessage, message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { fileName } from '../text/uri.ts'
import { type OutlineSymbol, symbols } from './symbols.ts'

export interface WorkspaceSymbol {
  readonly name: Message
  readonly kind: OutlineSymbol['kind']
  readonly uri: Uri
  readonly span: Span
  /** What it belongs to: the 字号 of a document, the document of a heading. */
  readonly container: string
}

/** An editor shows no more of them than a person can read. */
const MOST = 200

/** @param query letters in their order, not necessarily side by side, as editors filter */
export function workspaceSymbols(
  query: string,
  summaries: readonly Summary[],
  open: readonly GongwenDocument[],
): readonly WorkspaceSymbol[] {
  const documents = summaries
    .filter(({ title, docNumber, uri }) => matches(query, `${title ?? ''}${docNumber ?? ''}${fileName(uri)}`))
    .map(
      ({ title, titleAt, docNumber, uri }): WorkspaceSymbol => ({
        name: message('{0}', title ?? fileName(uri)),
        kind: 'part',
        uri,
        span: titleAt ?? { start: 0, end: 0 },
        container: docNumber ?? fileName(uri),
      }),
    )
  return [...documents, ...open.flatMap((document) => headings(query, document))].slice(0, MOST)
}

function headings(query: string, document: GongwenDocument): readonly WorkspaceSymbol[] {
  const container = document.main.title?.value.join('') ?? fileName(document.uri)
  const under = (symbol: OutlineSymbol): readonly OutlineSymbol[] => [symbol, ...symbol.children.flatMap(under)]
  return symbols(document)
    .flatMap(under)
    .filter(({ name, kind }) => kind !== 'part' && matches(query, formatMessage(name)))
    .map(({ name, kind, selection }) => ({ name, kind, uri: document.uri, span: selection, container }))
}

function matches(query: string, text: string): boolean {
  let at = 0
  for (const letter of query.toLowerCase()) {
    if (letter === ' ') continue
    at = text.toLowerCase().indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
