import type { GongwenDocument, Part } from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import { allParts } from '../model/traverse.ts'
import { absoluteSpan, sourceText } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'

/** A title in the text, how it is broken on the page and how else it may be. */
export interface TitleChoice {
  /** From the start of its first line to the end of its last. */
  readonly span: Span
  readonly lines: readonly string[]
  readonly others: readonly (readonly string[])[]
}

/** Titles of which the layout knows other ways to break; of a layout of this very text. */
export function titleChoices(document: GongwenDocument, facts: LayoutFacts): readonly TitleChoice[] {
  const { tree } = document
  return (facts.titles ?? []).flatMap(({ source, lines, others }) => {
    const section = tree.sections[source.section]
    const part = allParts(document).find(
      ({ title }) => section && title?.at?.section === section && title.at.span.start === source.span.start,
    )
    const span = part && linesOfTitle(document, part)
    return span ? [{ span, lines, others }] : []
  })
}

/**
 * Writes a break as the drafter's own: one `# ` line for each line of the title. Undefined where no title stands at
 * `offset`, or where the lines are not its words.
 */
export function breakTitle(document: GongwenDocument, offset: number, lines: readonly string[]): Edit | undefined {
  const solid = (text: string) => text.replace(/\s/g, '')
  for (const part of allParts(document)) {
    const span = linesOfTitle(document, part)
    if (!span || offset < span.start || offset > span.end) continue
    if (solid(lines.join('')) !== solid((part.title?.value ?? []).join(''))) return undefined
    const text = sourceText(document.tree)
    const end = text.includes('\r\n') ? '\r\n' : '\n'
    const written = lines.map((line) => `# ${line}`).join(end)
    // The name in the divider stays: it is what the attachment is called.
    if (isInDivider(document, part)) return { span: { start: span.end, end: span.end }, text: end + written }
    return { span, text: written }
  }
  return undefined
}

function isInDivider({ tree }: GongwenDocument, { at, title }: Part): boolean {
  if (!at || !title?.at || at.section !== title.at.section) return false
  const divider = absoluteSpan(tree, at)
  const name = absoluteSpan(tree, title.at)
  return divider.start <= name.start && name.end <= divider.end
}

/** Whole lines of the text, from the first to the last that the title stands on. */
function linesOfTitle({ tree }: GongwenDocument, { title }: Part): Span | undefined {
  if (!title?.at || !tree.sections.includes(title.at.section)) return undefined
  const text = sourceText(tree)
  const last = title.lines?.at(-1) ?? title.at
  const start = text.lastIndexOf('\n', absoluteSpan(tree, title.at).start - 1) + 1
  const from = absoluteSpan(tree, last).end
  const end = /\r|\n|$/.exec(text.slice(from))?.index ?? 0
  return { start, end: from + end }
}
