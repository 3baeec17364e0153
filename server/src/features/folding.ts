/** What can be folded away: the front matter, and under every part and heading of the outline what stands beneath it. */
import type { GongwenDocument } from '../model/document.ts'
import type { Span } from '../text/span.ts'
import { type OutlineSymbol, symbols } from './symbols.ts'

export function folding(document: GongwenDocument): readonly Span[] {
  const front = document.tree.frontMatter
  const head = front ? [{ start: 0, end: front.text.trimEnd().length }] : []
  return [...head, ...symbols(document).flatMap(spans)]
}

function spans(symbol: OutlineSymbol): readonly Span[] {
  return [symbol.span, ...symbol.children.flatMap(spans)]
}
