/** What opens another file: the files of attachments and pictures, and citations of 公文 of the workspace. */
import type { GongwenDocument } from '../model/document.ts'
import type { Summary } from '../model/summary.ts'
import { allParts } from '../model/traverse.ts'
import { type At, absoluteSpan, textAt } from '../syntax/tree.ts'
import type { Uri } from '../text/finding.ts'
import { contains, type Span } from '../text/span.ts'
import { fileBeside } from '../text/uri.ts'
import { names } from './names.ts'

/** A file that a document names. */
export interface FileLink {
  readonly span: Span
  /** As written, from the folder of the document. */
  readonly path: string
  readonly target: Uri
  /** Quotes or angle brackets stand round it, or else those that a path with blanks needs. */
  readonly quotes: { readonly around: boolean; readonly pair: '""' | '<>' }
}

export interface DocumentLink {
  readonly span: Span
  readonly target: Uri
  /** Title of the cited 公文. */
  readonly title?: string
}

export function documentLinks(document: GongwenDocument, others: readonly Summary[]): readonly DocumentLink[] {
  const cited = names(document, others).flatMap(({ target, uses, numbers }) =>
    target
      ? [...uses, ...numbers].map((span) => ({
          span,
          target: target.uri,
          ...(target.title ? { title: target.title } : {}),
        }))
      : [],
  )
  return [...fileLinks(document), ...cited].sort((a, b) => a.span.start - b.span.start)
}

export function linkAt(
  document: GongwenDocument,
  offset: number,
  others: readonly Summary[],
): DocumentLink | undefined {
  const at = { start: offset, end: offset }
  return documentLinks(document, others).find(({ span }) => contains(span, at))
}

/** Paths that lead to no file of this machine are no links. */
export function fileLinks(document: GongwenDocument): readonly FileLink[] {
  const link = (at: At | undefined, path: string, pair: '""' | '<>'): readonly FileLink[] => {
    const target = fileBeside(path, document.uri)
    const offset = at ? textAt(at).lastIndexOf(path) : -1
    if (!at || !target || path === '' || offset < 0) return []
    const start = absoluteSpan(document.tree, at).start + offset
    const around = /["'<]/.test(textAt(at)[offset - 1] ?? '')
    return [{ span: { start, end: start + path.length }, path, target, quotes: { around, pair } }]
  }
  return allParts(document).flatMap((part) => [
    ...(part.file ? link(part.at, part.file, '""') : []),
    ...part.body.flatMap((block) => (block.kind === 'figure' ? link(block.at, block.path, '<>') : [])),
  ])
}
