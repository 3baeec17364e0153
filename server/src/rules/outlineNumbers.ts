/** Numbers the outline of a part anew, in its own series and as it counts: starting again under each parent, or running on. */
import type { OutlineBlock, Part } from '../model/document.ts'
import type { At } from '../syntax/tree.ts'
import type { Edit } from '../text/edit.ts'
import type { Fix } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { suggestion } from './fixes.ts'
import {
  isNumbered,
  type Misnumbered,
  misnumbered,
  ordinalPlace,
  renumber,
  startsAgain,
  withNumber,
} from './numbering.ts'

/** One level while walking, in new numbers. */
interface Count {
  /** Last number under the present parent. */
  under: number | undefined
  overall: number
  scheme: 'running' | 'restart' | undefined
  last: OutlineBlock
}

/**
 * What mends a wrong number: counting on from it, and, where that leaves others wrong, the whole outline at once.
 * The whole outline is offered with the first mistake of a part only: with each it would cost quadratic memory.
 */
export function renumberings(problem: Misnumbered, part: Part, absolute: (at: At) => Span): readonly Fix[] {
  if (problem.siblings.length === 0) return []
  const here = renumber(problem, absolute)
  const all = problem === misnumbered(part)[0] ? renumberOutline(part, absolute) : undefined
  return [
    ...(here ? [suggestion(message('从这里起重新编号'), ...here)] : []),
    ...(all && all.length > (here?.length ?? 0) ? [suggestion(message('全文序号依次重排'), ...all)] : []),
  ]
}

/**
 * The edits that put all ordinals of a part in order; levels and manner of writing stay.
 * @returns undefined where a number is written as one ready-made character, such as ①
 */
export function renumberOutline(part: Part, absolute: (at: At) => Span): readonly Edit[] | undefined {
  const edits: Edit[] = []
  for (const [block, number] of properNumbers(part)) {
    if (block.ordinal?.number === number) continue
    const place = ordinalPlace(block)
    const text = place && withNumber(place.text, number)
    if (!place || text === undefined) return undefined
    edits.push({ span: absolute(place.at), text })
  }
  return edits
}

const known = new WeakMap<Part, ReadonlyMap<OutlineBlock, number>>()

function properNumbers(part: Part): ReadonlyMap<OutlineBlock, number> {
  let numbers = known.get(part)
  if (!numbers) {
    numbers = count(part)
    known.set(part, numbers)
  }
  return numbers
}

function count(part: Part): ReadonlyMap<OutlineBlock, number> {
  const numbers = new Map<OutlineBlock, number>()
  const state = new Map<string, (Count | undefined)[]>()
  let previous: OutlineBlock | undefined
  for (const block of part.body) {
    if (!isNumbered(block)) {
      if (startsAgain(block)) state.clear()
      previous = undefined
      continue
    }
    const { series, level, number } = block.ordinal
    // 1.1 carries the number of its parent: such an outline is left as it is.
    if (series === '预案') continue
    if (series === '法规') leave(state.get('通用'), 0)
    const levels = state.get(series) ?? []
    state.set(series, levels)
    const before = levels[level]
    const proper = before ? nextNumber(before, number, previous === before.last) : number
    numbers.set(block, proper)
    levels[level] = { under: proper, overall: proper, scheme: schemeOf(before, number), last: block }
    leave(levels, level)
    previous = block
  }
  return numbers
}

/** @param typed 1 begins a new list, unless it stands right below another 1 */
function nextNumber({ under, overall, scheme }: Count, typed: number, adjacent: boolean): number {
  if (under === undefined) {
    const runsOn = scheme === 'running' || (scheme === undefined && typed !== 1)
    return runsOn ? overall + 1 : 1
  }
  return typed === 1 && !(under === 1 && adjacent) ? 1 : under + 1
}

function schemeOf(before: Count | undefined, typed: number): Count['scheme'] {
  if (!before || before.scheme || before.under !== undefined) return before?.scheme
  return typed === 1 ? 'restart' : 'running'
}

/** Levels below this one stand under a new parent. */
function leave(levels: (Count | undefined)[] | undefined, level: number): void {
  for (const deeper of levels?.slice(level + 1) ?? []) if (deeper) deeper.under = undefined
}
