/** Follows the ordinals of a part and finds numbers that are left out or used twice. */
import type { BodyBlock, OutlineBlock, Part } from '../model/document.ts'
import { spellChineseNumber } from '../standard/chineseNumber.ts'
import type { At } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'
import type { Written } from './place.ts'

export interface Misnumbered {
  readonly kind: 'gap' | 'repeat'
  readonly block: OutlineBlock
  readonly number: number
  readonly expected: number
  /** The block and its later siblings: what renumbering has to touch. Empty where no fix is offered. */
  readonly siblings: readonly OutlineBlock[]
}

/** One level while walking: （一） may start again under each 一、 or run on, and the part itself shows which. */
interface Level {
  /** Last number under the present parent. */
  under: number | undefined
  /** Last number at all. */
  overall: number
  scheme: 'running' | 'restart' | undefined
  last: OutlineBlock
}

/** More mistakes than this fold into one finding; a fix for each would only cost time. */
const MOST_FIXES = 20

const found = new WeakMap<Part, readonly Misnumbered[]>()

export function misnumbered(part: Part): readonly Misnumbered[] {
  let known = found.get(part)
  if (!known) {
    known = walk(part)
    found.set(part, known)
  }
  return known
}

function walk(part: Part): readonly Misnumbered[] {
  const problems: Misnumbered[] = []
  const state = new Map<string, (Level | undefined)[]>()
  let previous: OutlineBlock | undefined
  for (let index = 0; index < part.body.length; index++) {
    const block = part.body[index] as BodyBlock
    if (!isNumbered(block)) {
      if (startsAgain(block)) state.clear()
      previous = undefined
      continue
    }
    const { series, level, number } = block.ordinal
    if (series === '法规') underNewParent(state.get('通用'), 0)
    const levels = state.get(series) ?? []
    state.set(series, levels)
    const known = levels[level]
    const problem = known ? judge(known, number, block, level, previous === known.last) : undefined
    if (problem) {
      const siblings = problems.length < MOST_FIXES ? siblingsFrom(part, index) : []
      problems.push({ ...problem, block, number, siblings })
    }
    levels[level] = { under: number, overall: number, scheme: schemeOf(known, number), last: block }
    underNewParent(levels, level)
    previous = block
  }
  return problems
}

type Numbered = OutlineBlock & { readonly ordinal: NonNullable<OutlineBlock['ordinal']> }

export function isNumbered(block: BodyBlock): block is Numbered {
  return (block.kind === 'heading' || block.kind === 'item' || block.kind === 'article') && block.ordinal !== undefined
}

/** The first number under a second parent shows whether the level runs on or starts again. */
function schemeOf(known: Level | undefined, number: number): Level['scheme'] {
  if (!known) return undefined
  return known.scheme ?? (known.under === undefined ? (number === 1 ? 'restart' : 'running') : undefined)
}

/** A page break or a title inside a part begins a new text; a 一、 behind it is no second 一、. */
export function startsAgain(block: BodyBlock): boolean {
  return block.kind === 'break' || (block.kind === 'heading' && block.depth === 1)
}

/** Levels below this one stand under a new parent. */
function underNewParent(levels: (Level | undefined)[] | undefined, level: number): void {
  if (!levels) return
  for (let below = level + 1; below < levels.length; below++) {
    const state = levels[below]
    if (state) state.under = undefined
  }
}

function judge(
  known: Level,
  number: number,
  block: OutlineBlock,
  level: number,
  adjacent: boolean,
): Pick<Misnumbered, 'kind' | 'expected'> | undefined {
  const { under, overall, scheme } = known
  if (under === undefined) {
    if (number === 1 || number === overall + 1) return undefined
    const expected = scheme === 'running' ? overall + 1 : 1
    return { kind: number === overall && scheme === 'running' ? 'repeat' : 'gap', expected }
  }
  const expected = under + 1
  if (number === expected) return undefined
  // Lists that begin again behind a paragraph of their own are common; two 一、 in a row are not.
  if (number === 1) return under === 1 && adjacent ? { kind: 'repeat', expected } : undefined
  if (number === under) return { kind: 'repeat', expected }
  if (number > expected) return { kind: 'gap', expected }
  return level === 1 && block.kind !== 'article' ? { kind: 'gap', expected } : undefined
}

/** From a block on: those of its series and level, until a parent, a title or a new count begins. */
function siblingsFrom(part: Part, index: number): readonly OutlineBlock[] {
  const siblings: OutlineBlock[] = []
  const own = (part.body[index] as OutlineBlock).ordinal
  for (const block of part.body.slice(index)) {
    if (startsAgain(block)) break
    if (!isNumbered(block) || block.ordinal.series !== own?.series) continue
    if (block.ordinal.level < own.level) break
    if (block.ordinal.level > own.level) continue
    if (siblings.length > 0 && block.ordinal.number === 1) break
    siblings.push(block)
  }
  return siblings
}

/** Where the ordinal of a block stands, as typed. */
export function ordinalPlace(block: OutlineBlock): Written | undefined {
  if (!block.ordinal) return undefined
  const { written } = block.ordinal
  const { section, span } = block.at
  const start = section.text.indexOf(written, span.start)
  if (start < 0 || start + written.length > span.end) return undefined
  return { text: written, at: { section, span: { start, end: start + written.length } } }
}

const NUMBER = /[一二三四五六七八九十百千零〇]+|[0-9]+/

const outlines = new WeakMap<Part, readonly Numbered[]>()

/** The blocks of a part that have an ordinal. */
export function outlineOf(part: Part): readonly Numbered[] {
  let known = outlines.get(part)
  if (!known) {
    known = part.body.filter(isNumbered)
    outlines.set(part, known)
  }
  return known
}

/** The ordinal with another number, otherwise as typed; undefined for ready-made characters such as ①. */
export function withNumber(written: string, number: number): string | undefined {
  const match = NUMBER.exec(written)
  if (!match) return undefined
  const spelt = /^[0-9]/.test(match[0]) ? String(number) : spellChineseNumber(number)
  return written.slice(0, match.index) + spelt + written.slice(match.index + match[0].length)
}

/**
 * Numbers the siblings on from the expected number.
 * @returns undefined for 1.1 figures: their children carry the number too
 */
export function renumber(
  { siblings, expected, block }: Misnumbered,
  absolute: (at: At) => Edit['span'],
): readonly Edit[] | undefined {
  if (block.ordinal?.series === '预案' || siblings.length === 0) return undefined
  const edits: Edit[] = []
  for (const [index, sibling] of siblings.entries()) {
    const place = ordinalPlace(sibling)
    const text = place && withNumber(place.text, expected + index)
    if (!place || text === undefined) return undefined
    if (text !== place.text) edits.push({ span: absolute(place.at), text })
  }
  return edits
}
