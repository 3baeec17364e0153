/** What each piece of the text is to the model: elements that no grammar can tell, and names that are defined elsewhere. */
import type { BodyBlock, Element, GongwenDocument, Part } from '../model/document.ts'
import type { Summary } from '../model/summary.ts'
import { allParts } from '../model/traverse.ts'
import { isNumbered, ordinalPlace } from '../rules/outline/numbering.ts'
import { type At, absoluteSpan, sourceText } from '../syntax/tree.ts'
import type { Span } from '../text/span.ts'
import { names } from './names.ts'

export type TokenKind =
  | 'title'
  | 'addressee'
  | 'ordinal'
  | 'heading'
  | 'closing'
  | 'signature'
  | 'attachment'
  | 'term'
  | 'citation'

export interface Token {
  readonly kind: TokenKind
  /** Within one line. */
  readonly span: Span
  /** Where a name is given, not used. */
  readonly definition: boolean
}

/** By place, none over another: of two the more special stays whole. */
export function semanticTokens(document: GongwenDocument, others: readonly Summary[]): readonly Token[] {
  const text = sourceText(document.tree)
  const special = nameTokens(document, others)
  const general = allParts(document).flatMap((part) => partTokens(document, part))
  const kept: Token[] = []
  for (const token of [...special, ...general].flatMap((each) => byLine(each, text))) {
    kept.push(
      ...without(
        token,
        kept.filter(({ span }) => overlap(span, token.span)),
      ),
    )
  }
  return kept.sort((a, b) => a.span.start - b.span.start)
}

function nameTokens(document: GongwenDocument, others: readonly Summary[]): readonly Token[] {
  return names(document, others).flatMap(({ kind, definition, uses, numbers }): readonly Token[] => {
    if (kind === 'title') return []
    const used = [...uses, ...numbers].map((span): Token => ({ kind, span, definition: false }))
    return definition ? [{ kind, span: definition, definition: true }, ...used] : used
  })
}

function partTokens({ tree }: GongwenDocument, part: Part): readonly Token[] {
  const on = (kind: TokenKind, at: At | undefined): readonly Token[] =>
    at && tree.sections.includes(at.section) ? [{ kind, span: absoluteSpan(tree, at), definition: false }] : []
  const element = (kind: TokenKind, found: Element<string, unknown> | undefined): readonly Token[] =>
    (found?.lines ?? [found?.at]).flatMap((at) => on(kind, at))
  return [
    ...element('title', part.title),
    ...element('addressee', part.addressee),
    ...(part.signature ?? []).flatMap((each) => element('signature', each)),
    ...part.body.flatMap((block) => blockTokens(block, on)),
  ]
}

function blockTokens(
  block: BodyBlock,
  on: (kind: TokenKind, at: At | undefined) => readonly Token[],
): readonly Token[] {
  if (block.kind === 'closing') return on('closing', block.at)
  if (!isNumbered(block)) return block.kind === 'heading' ? on('heading', block.at) : []
  const ordinal = on('ordinal', ordinalPlace(block)?.at)
  if (block.kind !== 'heading') return ordinal
  const { section, span } = block.at
  return [...ordinal, ...on('heading', { section, span: { start: span.start, end: block.runIn ?? span.end } })]
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** What is left of a token beside others. */
function without(token: Token, others: readonly Token[]): readonly Token[] {
  const left: Token[] = []
  let { start } = token.span
  for (const { span } of others.toSorted((a, b) => a.span.start - b.span.start)) {
    if (span.start > start) left.push({ ...token, span: { start, end: span.start } })
    start = Math.max(start, span.end)
  }
  if (start < token.span.end) left.push({ ...token, span: { start, end: token.span.end } })
  return left
}

function byLine(token: Token, text: string): readonly Token[] {
  const pieces: Token[] = []
  let start = token.span.start
  for (const line of text.slice(token.span.start, token.span.end).split(/(?<=[\r\n])/)) {
    const length = line.replace(/[\r\n]+$/, '').length
    if (length > 0) pieces.push({ ...token, span: { start, end: start + length } })
    start += line.length
  }
  return pieces
}
