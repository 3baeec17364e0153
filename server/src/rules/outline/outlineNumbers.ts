/** Numbers an outline anew, in its own series and as it counts: starting again under each parent, or running on. */
import type { BodyBlock, Part } from '../../model/document.ts'
import type { At } from '../../syntax/tree.ts'
import type { Edit } from '../../text/edit.ts'
import type { Fix } from '../../text/finding.ts'
import { message } from '../../text/message.ts'
import type { Span } from '../../text/span.ts'
import { suggestion } from '../fixes.ts'
import { countOn, type Level, NOTHING_COUNTED } from './counting.ts'
import { type Misnumbered, misnumbered } from './misnumbered.ts'
import { isNumbered, type Numbered, ordinalPlace, startsAgain, withNumber } from './numbering.ts'

/** More mistakes than this fold into one finding; a fix for each would only cost time. */
const MOST_FIXES = 20

/**
 * What mends a wrong number: counting on from it, and, where that leaves others wrong, the whole outline at once.
 * The whole outline is offered with the first mistake of a part only: with each it would cost quadratic memory.
 */
export function renumberings(problem: Misnumbered, part: Part, absolute: (at: At) => Span): readonly Fix[] {
  const rank = misnumbered(part).indexOf(problem)
  if (rank >= MOST_FIXES) return []
  const here = renumberFrom(problem.block, problem.expected, part, absolute)
  const all = rank === 0 ? renumberOutline(part, absolute) : undefined
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
  return renumber(properNumbers(part), absolute)
}

/**
 * The edits by which a block and the siblings behind it count on from a number.
 * @returns undefined for 1.1 figures: their children carry the number too
 */
export function renumberFrom(
  block: Numbered,
  number: number,
  { body }: Part,
  absolute: (at: At) => Span,
): readonly Edit[] | undefined {
  if (block.ordinal.series === '预案') return undefined
  const siblings = siblingsFrom(block, body)
  return renumber(
    siblings.map((sibling, index) => [sibling, number + index]),
    absolute,
  )
}

/** The elder sibling of a block under the same parent. */
export function siblingBefore(block: Numbered, { body }: Part): Numbered | undefined {
  for (let index = body.indexOf(block) - 1; index >= 0; index--) {
    const other = body[index] as BodyBlock
    if (startsAgain(other)) return undefined
    if (!isNumbered(other) || other.ordinal.series !== block.ordinal.series) continue
    if (other.ordinal.level < block.ordinal.level) return undefined
    if (other.ordinal.level === block.ordinal.level) return other
  }
  return undefined
}

function renumber(
  numbers: readonly (readonly [Numbered, number])[],
  absolute: (at: At) => Span,
): readonly Edit[] | undefined {
  const edits: Edit[] = []
  for (const [block, number] of numbers) {
    if (block.ordinal.number === number) continue
    const place = ordinalPlace(block)
    const text = place && withNumber(place.text, number)
    if (!place || text === undefined) return undefined
    edits.push({ span: absolute(place.at), text })
  }
  return edits
}

function properNumbers({ body }: Part): readonly (readonly [Numbered, number])[] {
  const numbers: (readonly [Numbered, number])[] = []
  countOn(NOTHING_COUNTED, body, (block, before, adjacent) => {
    const { series, number } = block.ordinal
    // 1.1 carries the number of its parent: such an outline is left as it is.
    if (series === '预案') return undefined
    const proper = before ? nextNumber(before, number, adjacent) : number
    numbers.push([block, proper])
    return proper
  })
  return numbers
}

/** @param typed 1 begins a new list, unless it stands right below another 1 */
function nextNumber({ under, overall, scheme }: Level, typed: number, adjacent: boolean): number {
  if (under === undefined) {
    const runsOn = scheme === 'running' || (scheme === undefined && typed !== 1)
    return runsOn ? overall + 1 : 1
  }
  return typed === 1 && !(under === 1 && adjacent) ? 1 : under + 1
}

/** From a block on: those of its series and level, until a parent, a title or a new count begins. */
function siblingsFrom(first: Numbered, body: readonly BodyBlock[]): readonly Numbered[] {
  const siblings: Numbered[] = [first]
  for (let index = body.indexOf(first) + 1; index < body.length; index++) {
    const block = body[index] as BodyBlock
    if (startsAgain(block)) break
    if (!isNumbered(block) || block.ordinal.series !== first.ordinal.series) continue
    if (block.ordinal.level < first.ordinal.level) break
    if (block.ordinal.level > first.ordinal.level) continue
    if (block.ordinal.number === 1) break
    siblings.push(block)
  }
  return siblings
}
