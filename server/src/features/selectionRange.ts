/** From the cursor outwards: clause, sentence, quotation or bracket, paragraph, section under a heading, part, whole text. */
import type { GongwenDocument } from '../model/document.ts'
import { allParts } from '../model/traverse.ts'
import { absoluteSpan, sourceText } from '../syntax/tree.ts'
import { contains, type Span } from '../text/span.ts'
import { type OutlineSymbol, symbols } from './symbols.ts'

/** The spans around a place, each in the next, the smallest first. */
export function selectionRange(document: GongwenDocument, offset: number): readonly Span[] {
  const { tree } = document
  const text = sourceText(tree)
  const at = { start: offset, end: offset }
  const line = lineAround(text, offset)
  const blocks = allParts(document)
    .flatMap(({ body }) => body)
    .map((block) => absoluteSpan(tree, block.at))
  const front = tree.frontMatter ? [{ start: 0, end: tree.frontMatter.text.trimEnd().length }] : []
  const candidates = [
    between(text, line, offset, /[，。；：！？、]/),
    between(text, line, offset, /[。；！？]/),
    ...bracketed(text, line, offset),
    line,
    ...blocks,
    ...symbols(document).flatMap(nested),
    ...front,
    { start: 0, end: text.length },
  ].filter((span) => span.start < span.end && contains(span, at))
  return chain(candidates)
}

function lineAround(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const length = /[\r\n]|$/.exec(text.slice(offset))?.index ?? 0
  return { start, end: offset + length }
}

/** What stands between two marks of a kind, without them. */
function between(text: string, line: Span, offset: number, mark: RegExp): Span {
  let { start, end } = { start: offset, end: offset }
  while (start > line.start && !mark.test(text[start - 1] as string)) start--
  while (end < line.end && !mark.test(text[end] as string)) end++
  return { start, end }
}

const PAIRS = ['《》', '“”', '（）', '‘’'] as const

/** What stands in a pair of marks, without them and with them. */
function bracketed(text: string, line: Span, offset: number): readonly Span[] {
  return PAIRS.flatMap(([opening, closing]) => {
    const start = text.lastIndexOf(opening as string, offset - 1)
    const end = text.indexOf(closing as string, offset)
    if (start < line.start || end < 0 || end >= line.end) return []
    if (text.slice(start, offset).includes(closing as string)) return []
    return [
      { start: start + 1, end },
      { start, end: end + 1 },
    ]
  })
}

function nested(symbol: OutlineSymbol): readonly Span[] {
  return [symbol.span, ...symbol.children.flatMap(nested)]
}

/** The longest chain in which each contains the one before: what crosses another is left out. */
function chain(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted((a, b) => a.end - a.start - (b.end - b.start))
  const kept: Span[] = []
  for (const span of sorted) {
    const last = kept.at(-1)
    if (!last || (contains(span, last) && span.end - span.start > last.end - last.start)) kept.push(span)
  }
  return kept
}
