import type { Element, GongwenDocument, Part } from '../../../server/src/model/document.ts'
import { allParts } from '../../../server/src/model/traverse.ts'
import { type At, sectionStart, sourceText } from '../../../server/src/syntax/tree.ts'
import { type Span, shift } from '../../../server/src/text/span.ts'

/** Every place that the model names, as spans of the whole text. */
export function placesOf(document: GongwenDocument): readonly At[] {
  const elements: readonly (Element<string, unknown> | undefined)[] = [
    ...Object.values(document.head),
    ...Object.values(document.imprint),
    ...document.issuers,
    ...document.approvers,
    document.genre,
    document.direction,
  ]
  return [...elements.flatMap(placesOfElement), ...allParts(document).flatMap(placesOfPart)]
}

function placesOfElement(element: Element<string, unknown> | undefined): readonly At[] {
  if (!element) return []
  return [...(element.at ? [element.at] : []), ...(element.lines ?? [])]
}

function placesOfPart(part: Part): readonly At[] {
  const { title, subtitle, adoption, addressee, signature = [], at } = part
  return [
    ...(at ? [at] : []),
    ...[title, subtitle, adoption, addressee, ...signature].flatMap(placesOfElement),
    ...part.body.flatMap((block) => {
      if (block.kind === 'contents') return [block.at, ...(block.lines ?? [])]
      if (block.kind !== 'table') return [block.at]
      return [block.at, ...[block.caption, block.unit, ...block.notes].flatMap(placesOfElement)]
    }),
  ]
}

function absolute(document: GongwenDocument, { section, span }: At): Span {
  return shift(span, sectionStart(document.tree, section))
}

/** The places as spans of the whole text: sections may be cut elsewhere after an edit. */
export function absolutePlaces(document: GongwenDocument): readonly Span[] {
  return placesOf(document).map((at) => absolute(document, at))
}

const COMMENT = /^\s*<!--.*-->\s*$/
const FENCE = /^[\s\u3000]*[:：]{3,}(?:横排.*)?[\s\u3000]*$/
const BLANK = /^[\s\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]*$/

/** Lines of the body that are in no element, no block and under no problem. Comments and fences of boxes need none. */
export function lostLines(document: GongwenDocument): readonly string[] {
  const text = sourceText(document.tree)
  const from = document.tree.frontMatter?.text.length ?? 0
  const spans = [
    ...placesOf(document).map((at) => absolute(document, at)),
    ...document.problems.flatMap(({ span, also = [] }) => [span, ...also]),
  ].sort((a, b) => a.start - b.start)
  const lost: string[] = []
  let next = 0
  let reach = -1
  for (const match of text.slice(from).matchAll(/[^\n\r\v\f\u2028\u2029]+/g)) {
    const line = match[0]
    if (BLANK.test(line) || COMMENT.test(line) || FENCE.test(line)) continue
    const start = from + match.index
    const end = start + line.length
    // Spans come sorted by start: those that begin before the end of this line are known by how far they reach.
    while (next < spans.length && (spans[next] as Span).start < end)
      reach = Math.max(reach, (spans[next++] as Span).end)
    if (reach <= start) lost.push(line)
  }
  return lost
}
