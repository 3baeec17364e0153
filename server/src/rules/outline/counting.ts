/** Follows the ordinals of an outline: （一） may start again under each 一、 or run on, and the outline itself shows which. */
import type { BodyBlock, Ordinal } from '../../model/document.ts'
import { isNumbered, type Numbered, startsAgain } from './numbering.ts'

/** Where one level of one series has got to. */
export interface Level {
  /** Last number under the present parent. */
  readonly under: number | undefined
  /** Last number at all. */
  readonly overall: number
  readonly scheme: 'running' | 'restart' | undefined
}

type Levels = readonly (Level | undefined)[]

/** Where all levels have got to. */
export interface Counting {
  readonly series: Readonly<Record<Ordinal['series'], Levels>>
  /** The ordinal of the block directly before, if it has one. */
  readonly previous: Ordinal | undefined
}

export const NOTHING_COUNTED: Counting = { series: { 通用: [], 法规: [], 预案: [] }, previous: undefined }

/**
 * The number that a block is taken to have; undefined leaves it out of the count.
 * @param adjacent the block directly before is its elder sibling
 */
export type Count = (block: Numbered, before: Level | undefined, adjacent: boolean) => number | undefined

export function countOn(from: Counting, blocks: readonly BodyBlock[], count: Count): Counting {
  const series = copied(from.series)
  let previous = from.previous
  for (const block of blocks) {
    if (!isNumbered(block)) {
      if (startsAgain(block)) Object.assign(series, copied(NOTHING_COUNTED.series))
      previous = undefined
      continue
    }
    const { ordinal } = block
    const levels = series[ordinal.series]
    const before = levels[ordinal.level]
    const adjacent = previous?.series === ordinal.series && previous.level === ordinal.level
    const number = count(block, before, adjacent)
    if (number === undefined) continue
    levels[ordinal.level] = { under: number, overall: number, scheme: schemeOf(before, ordinal.number) }
    underNewParent(levels, ordinal.level + 1)
    if (ordinal.series === '法规') underNewParent(series.通用, 0)
    previous = ordinal
  }
  return { series, previous }
}

function copied({ 通用, 法规, 预案 }: Counting['series']): Record<Ordinal['series'], (Level | undefined)[]> {
  return { 通用: [...通用], 法规: [...法规], 预案: [...预案] }
}

/** The first number under a second parent shows whether the level runs on or starts again. */
function schemeOf(before: Level | undefined, typed: number): Level['scheme'] {
  if (!before || before.scheme || before.under !== undefined) return before?.scheme
  return typed === 1 ? 'restart' : 'running'
}

function underNewParent(levels: (Level | undefined)[], from: number): void {
  for (let index = from; index < levels.length; index++) {
    const level = levels[index]
    if (level && level.under !== undefined) levels[index] = { ...level, under: undefined }
  }
}

export function sameCounting(one: Counting, other: Counting): boolean {
  return (
    one.previous?.series === other.previous?.series &&
    one.previous?.level === other.previous?.level &&
    (['通用', '法规', '预案'] as const).every((series) => sameLevels(one.series[series], other.series[series]))
  )
}

function sameLevels(one: Levels, other: Levels): boolean {
  return one === other || (one.length === other.length && one.every((level, index) => sameLevel(level, other[index])))
}

function sameLevel(one: Level | undefined, other: Level | undefined): boolean {
  return one?.under === other?.under && one?.overall === other?.overall && one?.scheme === other?.scheme
}
