/** From a point of a printed page to the text that stands there, and from a place in the text to where it is printed. */
import type { GongwenDocument } from '../model/document.ts'
import type { LayoutFacts, SourceRef } from '../model/layoutFacts.ts'
import type { Rect } from '../standard/units.ts'
import { sectionStart } from '../syntax/tree.ts'
import type { Span } from '../text/span.ts'

/** A click this far from the ink still means it, in mm: about one line. */
const REACH = 11

/** @returns undefined where nothing is printed nearby, or nothing that stands in the text (a derived element) */
export function sourceAt(
  document: GongwenDocument,
  layout: LayoutFacts,
  point: { readonly page: number; readonly x: number; readonly y: number },
): Span | undefined {
  const near = layout.elements
    .filter(({ page }) => page === point.page)
    .map(({ rect, source }) => ({ source, distance: distance(rect, point), area: rect.width * rect.height }))
    .filter(({ source, distance }) => source !== undefined && distance <= REACH)
    .sort((a, b) => a.distance - b.distance || a.area - b.area)
  const source = near[0]?.source
  return source && spanOf(document, source)
}

/** The last line printed from at or before `offset`; undefined for text that is printed nowhere. */
export function placeOf(
  document: GongwenDocument,
  layout: LayoutFacts,
  offset: number,
): { readonly page: number; readonly rect: Rect } | undefined {
  let best: { readonly page: number; readonly rect: Rect; readonly span: Span } | undefined
  for (const { page, rect, source } of layout.elements) {
    const span = source && spanOf(document, source)
    if (!span || offset < span.start || offset > span.end) continue
    const closer = !best || span.end - span.start < best.span.end - best.span.start
    if (closer) best = { page, rect, span }
  }
  return best && { page: best.page, rect: best.rect }
}

function spanOf(document: GongwenDocument, { uri, section, span }: SourceRef): Span | undefined {
  if (uri !== document.uri) return undefined
  const { tree } = document
  const found = section === -1 ? tree.frontMatter : tree.sections[section]
  if (!found) return undefined
  const start = sectionStart(tree, found)
  return { start: start + span.start, end: start + span.end }
}

function distance(rect: Rect, { x, y }: { readonly x: number; readonly y: number }): number {
  const right = Math.max(rect.x - x, 0, x - rect.x - rect.width)
  const down = Math.max(rect.y - y, 0, y - rect.y - rect.height)
  return Math.hypot(right, down)
}
