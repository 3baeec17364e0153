/** What the thing under the cursor is: the rule behind a finding, a name, a figure, a front matter key, an element with its clause and place in print. */
import type { BodyBlock, Element, GongwenDocument, Part } from '../model/document.ts'
import type { LayoutFacts } from '../model/layoutFacts.ts'
import { allParts } from '../model/traverse.ts'
import { findRule } from '../rules/registry.ts'
import { findKey } from '../standard/frontMatterKeys.ts'
import { PRINTED_ELEMENTS } from '../standard/printedElements.ts'
import { readFrontMatter } from '../syntax/frontMatter.ts'
import { type At, absoluteSpan } from '../syntax/tree.ts'
import type { Example, Message, RuleInfo } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { diagnostics, type Surroundings } from './diagnostics.ts'
import { hoverFigure } from './hoverFigure.ts'
import { hoverName } from './hoverName.ts'
import { literal } from './literal.ts'

export interface Hover {
  readonly span: Span
  /** Blocks of Markdown, each of paragraphs. */
  readonly markdown: readonly (readonly Message[])[]
}

export function hover(document: GongwenDocument, offset: number, surroundings: Surroundings): Hover | undefined {
  const thing = keyAt(document, offset) ?? elementAt(document, offset, surroundings.layout)
  // The nearer comes first, and its place is the one that is marked.
  const all = [
    ruleAt(document, offset, surroundings),
    hoverName(document, offset, surroundings.others ?? []),
    hoverFigure(document, offset),
    thing,
  ].filter((each) => each !== undefined)
  const [first] = all
  return first && { span: first.span, markdown: all.flatMap(({ markdown }) => markdown) }
}

const inside = (span: Span, offset: number) => span.start <= offset && offset < Math.max(span.end, span.start + 1)

function ruleAt(document: GongwenDocument, offset: number, surroundings: Surroundings): Hover | undefined {
  const here = diagnostics(document, surroundings).filter(({ span }) => inside(span, offset))
  const [first] = here
  if (!first) return undefined
  const rules = [...new Set(here.map(({ rule }) => rule))].flatMap((rule) => findRule(rule) ?? [])
  return rules.length === 0 ? undefined : { span: first.span, markdown: rules.map(ruleText) }
}

function ruleText({ name, id, clause, strength, examples }: RuleInfo): readonly Message[] {
  const example = examples.find(
    (each): each is Extract<Example, { good?: string }> => 'bad' in each && each.good !== undefined,
  )
  return [
    message('**{0}**（{1}）', message(name), id),
    message('依据：{0}（{1}）', message(clause), message(strength)),
    ...(example?.good ? difference(example.bad, example.good) : []),
  ]
}

/** The first line in which a bad example and its mended form differ. */
function difference(bad: string, good: string): readonly Message[] {
  const mended = good.split('\n')
  const index = bad.split('\n').findIndex((line, at) => line !== mended[at])
  const before = bad.split('\n')[index]?.trim()
  const after = mended[index]?.trim()
  return before && after ? [message('例：~~{0}~~ → {1}', literal(before), literal(after))] : []
}

function keyAt(document: GongwenDocument, offset: number): Hover | undefined {
  const front = document.tree.frontMatter
  const entry = front && readFrontMatter(front).entries.find(({ span }) => inside(span, offset))
  const record = entry && findKey(entry.key)
  if (!record) return undefined
  const example = typeof record.example === 'string' ? record.example : `[${record.example.join(', ')}]`
  const printed = PRINTED_ELEMENTS[record.element]
  const lines = [message('**{0}**　{1}', record.key, message(record.description))]
  if (record.values) lines.push(message('可以写：{0}', record.values.join('、')))
  lines.push(message('例：`{0}: {1}`', record.key, example))
  if (printed) lines.push(clauseLine(printed.clause, printed.printed))
  return { span: entry.keySpan, markdown: [lines] }
}

function clauseLine(clause: string, printed: string): Message {
  const cited = /^\d/.test(clause) ? `GB/T 9704—2012 ${clause}` : message(clause)
  return message('{0}：{1}', cited, message(printed))
}

interface Thing {
  readonly element: string
  readonly at: At
  readonly note?: Message
}

function elementAt(document: GongwenDocument, offset: number, layout: LayoutFacts | undefined): Hover | undefined {
  const around = things(document)
    .map((thing) => ({ ...thing, span: absoluteSpan(document.tree, thing.at) }))
    .filter(({ span }) => inside(span, offset))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
  const [thing] = around
  const printed = thing && PRINTED_ELEMENTS[thing.element]
  if (!printed) return undefined
  const page = pageOf(document, thing.at, layout)
  const name = message(printed.name)
  const lines = [
    thing.note ? message('**{0}**（{1}）', name, thing.note) : message('**{0}**', name),
    clauseLine(printed.clause, printed.printed),
  ]
  if (page !== undefined) lines.push(message('印在第 {0} 面', page + 1))
  return { span: thing.span, markdown: [lines] }
}

function pageOf(document: GongwenDocument, at: At, layout: LayoutFacts | undefined): number | undefined {
  if (layout?.version !== document.version) return undefined
  const section = document.tree.sections.indexOf(at.section)
  return layout.elements.find(
    ({ source }) => source?.section === section && source.span.start < at.span.end && at.span.start < source.span.end,
  )?.page
}

function things(document: GongwenDocument): readonly Thing[] {
  return allParts(document).flatMap(partThings)
}

function partThings(part: Part): readonly Thing[] {
  const element = (name: string, found: Element<string, unknown> | undefined): readonly Thing[] =>
    found?.at ? [{ element: name, at: found.at }] : []
  return [
    ...(part.kind === '附件' && part.at ? [{ element: 'attachment', at: part.at }] : []),
    ...element(part.kind === '附件' ? 'attachment' : 'title', part.title),
    ...element('addressee', part.addressee),
    ...part.body.flatMap(blockThing),
  ]
}

const LEVELS: Readonly<Record<string, string>> = { 通用: '第{0}层', 法规: '第{0}级', 预案: '第{0}级' }

function blockThing(block: BodyBlock): readonly Thing[] {
  if (block.kind === 'table') return [{ element: 'table', at: block.at }]
  if (block.kind === 'heading') {
    const { ordinal } = block
    const level = ordinal ? message(LEVELS[ordinal.series] ?? '第{0}级', ordinal.level) : message('无序号')
    const note = block.runIn === undefined ? level : message('{0}，首句按标题排印', level)
    return [{ element: 'heading', at: block.at, note }]
  }
  const text =
    block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'article' || block.kind === 'closing'
  return text ? [{ element: 'paragraph', at: block.at }] : []
}
