import { isClosing } from '../standard/formulae.ts'
import { ARTICLE_LEVEL, CLAUSE_ITEM_LEVEL, CLAUSE_SUBITEM_LEVEL, type OrdinalReading } from '../standard/ordinals.ts'
import type { Block } from '../syntax/tree.ts'
import type { BodyBlock, Ordinal, OutlineBlock } from './document.ts'
import type { Line } from './line.ts'

/** What decides beyond the line itself whether a first sentence is a heading. */
export interface Manner {
  /** The 文种 is one whose 一、 are clauses. */
  readonly clauses: boolean
  readonly runIn: '自动' | '作标题' | '不作标题'
}

const MANNERS: readonly Manner[] = (['自动', '作标题', '不作标题'] as const).flatMap((runIn) => [
  { clauses: false, runIn },
  { clauses: true, runIn },
])

/** The one object of its kind, so that a line knows again how it was read. */
export function mannerOf(clauses: boolean, runIn: Manner['runIn']): Manner {
  return MANNERS.find((each) => each.clauses === clauses && each.runIn === runIn) as Manner
}

export interface Surroundings {
  readonly inArticle: boolean
  readonly next: Line | undefined
}

/** A run-in sentence of at most so many characters is a heading: 622 of 969 in published documents have none of ，；： and hardly one of them is longer. */
const LONGEST_RUN_IN = 24
const LONGEST_HEADING = 50

/** The block of a line that starts with an ordinal. */
export function outlineBlock(line: Line, ordinal: OrdinalReading, manner: Manner, around: Surroundings): BodyBlock {
  const { memory } = line
  const { inArticle, next } = around
  if (
    memory.block !== undefined &&
    memory.kind === 'outline' &&
    memory.ordinal === ordinal &&
    memory.manner === manner &&
    memory.inArticle === inArticle &&
    memory.next === next
  ) {
    return memory.block
  }
  const block = readOutline(line, ordinal, manner, around)
  line.memory.block = block
  Object.assign(memory, { kind: 'outline', ordinal, manner, inArticle, next })
  return block
}

function readOutline(
  line: Line,
  ordinal: OrdinalReading,
  manner: Manner,
  { inArticle, next }: Surroundings,
): BodyBlock {
  if (ordinal.series === '法规') {
    return make(line, ordinal.level === ARTICLE_LEVEL ? 'article' : 'heading', ordinal)
  }
  if (inArticle) return make(line, 'item', inStatute(ordinal))
  const reading = readHeading(line, ordinal, manner, next)
  return make(line, reading.heading ? 'heading' : 'item', ordinal, reading.runIn)
}

/** Inside 第X条 a （一） is a 项 and a 1. is a 目. */
function inStatute(ordinal: OrdinalReading): OrdinalReading {
  if (ordinal.series !== '通用' || (ordinal.level !== 2 && ordinal.level !== 3)) return ordinal
  return { ...ordinal, series: '法规', level: ordinal.level === 2 ? CLAUSE_ITEM_LEVEL : CLAUSE_SUBITEM_LEVEL }
}

interface HeadingReading {
  readonly heading: boolean
  readonly runIn?: number
}

function readHeading(line: Line, ordinal: OrdinalReading, manner: Manner, next: Line | undefined): HeadingReading {
  const marked = markedRunIn(line, ordinal)
  if (marked) return marked
  const rest = line.text.slice(ordinal.length)
  const stop = rest.indexOf('。')
  if (stop < 0) return { heading: standsAlone(rest) }
  const sentence = rest.slice(0, stop)
  const short = sentence.length <= LONGEST_RUN_IN && !/[，；：,;:]/.test(sentence)
  if (stop === rest.length - 1) {
    const mayHead = manner.runIn === '自动' ? short && !manner.clauses : manner.runIn === '作标题' && short
    return { heading: mayHead && hasTextBelow(next, ordinal) }
  }
  const heading = manner.runIn === '自动' ? short && !manner.clauses : manner.runIn === '作标题'
  return heading ? { heading, runIn: sourceEnd(line, stop + ordinal.length) } : { heading }
}

/** `（一）**加强领导。**各级…`: the drafter's own word. */
function markedRunIn(line: Line, ordinal: OrdinalReading): HeadingReading | undefined {
  const children = line.block.children ?? []
  const index = children.findIndex(({ type }) => type === 'strong')
  const strong = children[index]
  if (!strong || index > 1) return undefined
  const { section } = line.at
  const before = section.text.slice(line.at.span.start, strong.at.start).trim()
  const content = strong.children?.[0]
  const startsInside = before === '' && section.text.slice(content?.at.start).startsWith(ordinal.written)
  if (before !== ordinal.written && !startsInside) return undefined
  return strong.at.end >= line.at.span.end ? { heading: true } : { heading: true, runIn: strong.at.end }
}

/** A line without a full stop is a heading unless it is one of a list of clauses. */
function standsAlone(rest: string): boolean {
  if (rest === '' || rest.length > LONGEST_HEADING) return false
  if (/[；，、,;]$/.test(rest) || /[；;]/.test(rest)) return false
  return /[：:]$/.test(rest)
    ? rest.length <= LONGEST_RUN_IN && !/[，：,:]/.test(rest.slice(0, -1))
    : !/[：:]/.test(rest)
}

/** `（一）指导思想。` is a heading when its text stands below it. */
function hasTextBelow(next: Line | undefined, ordinal: OrdinalReading): boolean {
  if (next?.kind !== 'text' || next.text === '') return false
  if (next.ordinal) return next.ordinal.series === ordinal.series && next.ordinal.level > ordinal.level
  return next.form === 'plain' && /[。：；]$/.test(next.text) && !isClosing(next.text)
}

/** Source offset just behind the first 。, at or behind the place where it stands in the plain text. */
function sourceEnd(line: Line, plainIndex: number): number {
  const { section, span } = line.at
  const found = section.text.indexOf('。', span.start + plainIndex)
  return found < 0 || found >= span.end ? span.end : found + 1
}

/** Headings marked by `#`, with or without ordinal. */
export function markedHeading(line: Line, planned: boolean): BodyBlock {
  const { memory } = line
  const way = planned ? 'planned' : 'marked'
  if (memory.block === undefined || memory.kind !== way) {
    memory.block = readMarked(line, planned)
    memory.kind = way
  }
  return memory.block
}

function readMarked(line: Line, planned: boolean): BodyBlock {
  const ordinal = (planned ? line.planOrdinal : undefined) ?? line.ordinal
  if (ordinal?.series === '法规' && ordinal.level === ARTICLE_LEVEL) return make(line, 'article', ordinal)
  return make(line, 'heading', ordinal)
}

function make(line: Line, kind: OutlineBlock['kind'], ordinal: OrdinalReading | undefined, runIn?: number): BodyBlock {
  return {
    kind,
    at: line.at,
    inline: inlineOf(line),
    ...(ordinal ? { ordinal: asOrdinal(ordinal) } : {}),
    ...(runIn !== undefined ? { runIn } : {}),
    ...(line.kind === 'hash' ? { depth: line.block.depth ?? 1 } : {}),
    ...(line.landscape ? { landscape: true } : {}),
  }
}

function asOrdinal({ series, level, number, written }: OrdinalReading): Ordinal {
  return { series, level, number, written }
}

/** The inline content of a line; an unknown directive is printed as typed. */
export function inlineOf(line: Line): readonly Block[] {
  const { type, children } = line.block
  if (type === 'paragraph' || type === 'heading') return children ?? []
  return [{ type: 'text', at: line.at.span }]
}
