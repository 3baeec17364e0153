/** The outline: every part under its title, in it the headings and articles nested as their ordinals say, and the tables. */
import type { BodyBlock, GongwenDocument, OutlineBlock, Part, TableBlock } from '../model/document.ts'
import { allParts } from '../model/traverse.ts'
import { type At, absoluteSpan, type SyntaxTree, textAt } from '../syntax/tree.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'

export interface OutlineSymbol {
  readonly name: Message
  readonly kind: 'part' | 'heading' | 'article' | 'table'
  /** From the heading to the end of what stands under it. */
  readonly span: Span
  /** The heading itself. */
  readonly selection: Span
  readonly children: readonly OutlineSymbol[]
}

export function symbols(document: GongwenDocument): readonly OutlineSymbol[] {
  return allParts(document).flatMap((part) => partSymbol(part, document))
}

function partSymbol(part: Part, { tree, head }: GongwenDocument): readonly OutlineSymbol[] {
  const places = [part, part.title, part.subtitle, part.adoption, part.addressee, ...(part.signature ?? [])]
  const spans = [
    ...places.flatMap((element) => (element?.at ? [element.at] : [])),
    ...part.body.map((block) => block.at),
  ]
  if (spans.length === 0) return []
  const absolute = spans.map((at) => absoluteSpan(tree, at))
  const span = absolute.reduce((all, each) => ({
    start: Math.min(all.start, each.start),
    end: Math.max(all.end, each.end),
  }))
  const heading = part.at ?? part.title?.at
  const selection = heading ? absoluteSpan(tree, heading) : { start: span.start, end: span.start }
  const children = nest(part.body.map((block) => entry(block, tree)))
  return [{ name: partName(part, head.orderNumber?.value), kind: 'part', span, selection, children }]
}

function partName(part: Part, orderNumber: unknown): Message {
  const title = part.title?.value.join('')
  if (part.kind === '附件') {
    const number = part.label?.value ?? ''
    return title ? message('附件{0}　{1}', number, title) : message('附件{0}', number)
  }
  if (title) return message('{0}', title)
  return typeof orderNumber === 'string' ? message('令（{0}）', orderNumber) : message('正文（无标题）')
}

/** A block in the order of the text; only some are named in the outline, but all count as what stands under a heading. */
interface Entry {
  readonly level: number
  readonly span: Span
  readonly symbol?: OutlineSymbol
}

/** Deeper than any ordinal of the three series: what is no heading belongs to the one before it. */
const BELOW_HEADINGS = 99

function entry(block: BodyBlock, tree: SyntaxTree): Entry {
  const span = absoluteSpan(tree, block.at)
  if (block.kind === 'table') return { level: BELOW_HEADINGS, span, symbol: tableSymbol(block, span) }
  if (block.kind !== 'heading' && block.kind !== 'article') return { level: BELOW_HEADINGS, span }
  const selection = absoluteSpan(tree, headingAt(block))
  const name = message('{0}', headingText(block))
  const symbol: OutlineSymbol = { name, kind: block.kind, span, selection, children: [] }
  return { level: block.ordinal?.level ?? 1, span, symbol }
}

function tableSymbol({ caption, rows }: TableBlock, span: Span): OutlineSymbol {
  const name = caption ? message('{0}', caption.value) : message('表（{0} 行）', rows.length)
  return { name, kind: 'table', span, selection: span, children: [] }
}

function headingAt(block: OutlineBlock): At {
  return block.runIn === undefined
    ? block.at
    : { section: block.at.section, span: { start: block.at.span.start, end: block.runIn } }
}

const LONGEST_NAME = 40

function headingText(block: OutlineBlock): string {
  const text = textAt(headingAt(block))
    .replace(/^[\s　]*#{1,6}\s*/, '')
    .replaceAll('**', '')
    .trim()
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text
}

/** Puts every entry under the last one before it that is of a higher level, and stretches that one's span over it. */
function nest(entries: readonly Entry[]): readonly OutlineSymbol[] {
  const result: OutlineSymbol[] = []
  let index = 0
  while (index < entries.length) {
    const { level, span, symbol } = entries[index] as Entry
    let next = index + 1
    while (next < entries.length && (entries[next] as Entry).level > level) next++
    const under = entries.slice(index + 1, next)
    const end = under.reduce((last, each) => Math.max(last, each.span.end), span.end)
    if (symbol) result.push({ ...symbol, span: { start: span.start, end }, children: nest(under) })
    index = next
  }
  return result
}
