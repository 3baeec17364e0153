/** Words inside 《》 and “” are somebody else's: the name of a document, a quotation. They are not changed without asking. */
import type { Section } from '../../syntax/tree.ts'
import type { Span } from '../../text/span.ts'
import type { Found } from '../targets.ts'

const CLOSING: Readonly<Record<string, string>> = { '《': '》', '“': '”' }
const MARKS = /[《》“”\n\r]/g

const known = new WeakMap<Section, readonly Span[]>()

/** What stands between the outermost closed 《》 and “” of each line, in order. */
function quotedSpans(section: Section): readonly Span[] {
  let spans = known.get(section)
  if (!spans) {
    spans = findQuoted(section.text)
    known.set(section, spans)
  }
  return spans
}

function findQuoted(text: string): readonly Span[] {
  const spans: Span[] = []
  let open: { readonly mark: string; readonly start: number } | undefined
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (mark === '\n' || mark === '\r') open = undefined
    else if (!open && CLOSING[mark]) open = { mark, start: index + 1 }
    else if (open && CLOSING[open.mark] === mark) {
      spans.push({ start: open.start, end: index })
      open = undefined
    }
  }
  return spans
}

function isQuoted(section: Section, { start, end }: Span): boolean {
  const spans = quotedSpans(section)
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end <= start) low = middle + 1
    else high = middle
  }
  const span = spans[low]
  return span !== undefined && span.start < Math.max(end, start + 1)
}

/** The same finding; a safe fix of words that are quoted becomes one that is only offered. Marks are set right everywhere. */
export function sparingQuoted(found: Found, section: Section): Found {
  if (found.rule.group === '标点') return found
  const spared = found.fixes.map((fix) =>
    fix.kind === 'safe' && fix.edits.some(({ edits }) => edits.some(({ span }) => isQuoted(section, span)))
      ? { ...fix, kind: 'suggestion' as const }
      : fix,
  )
  return spared.some((fix, index) => fix !== found.fixes[index]) ? { ...found, fixes: spared } : found
}
