import { TITLE_COLUMNS } from '../standard/layout.ts'
import { columnsOf } from '../text/cjk.ts'
import { createMemory } from './memory.ts'
import { type TitleWord, titleWords } from './titleWords.ts'

/** Lines of a title, as one way to break it. */
export type TitleLines = readonly string[]

/** What is longer is no title: its words are not looked for. */
const LONGEST = 200
/** Ways that are looked at, at most; a title of five lines has a few hundred that fit. */
const MOST_TRIES = 20_000
/** Ways that a drafter is offered. */
const OFFERED = 5
/** A way that costs so much more than the best is not offered. */
const WORSE = 9

const known = createMemory<readonly TitleLines[]>(50_000)

/**
 * Breaks a title into lines of at most 20 characters between words so that they make a 梯形 or 菱形
 * (GB/T 9704—2012 7.3.1): the best way.
 * @param names organs that are not torn
 */
export function balanceTitle(text: string, names: readonly string[]): TitleLines {
  return titleBreaks(text, names)[0] as TitleLines
}

/** Ways to break a title, the best first. */
export function titleBreaks(text: string, names: readonly string[]): readonly TitleLines[] {
  if (text.length > LONGEST) return [greedy([...text])]
  const inside = names.filter((name) => text.includes(name))
  const key = `${text}\n${inside.join('\n')}`
  let breaks = known.get(key)
  if (!breaks) {
    breaks = seekBreaks(text, inside)
    known.set(key, breaks)
  }
  return breaks
}

function seekBreaks(text: string, names: readonly string[]): readonly TitleLines[] {
  const words = titleWords(text, names)
  const least = Math.max(1, Math.ceil(columnsOf(text) / TITLE_COLUMNS))
  const found: Way[] = []
  for (let count = least; count <= least + 2; count++) {
    for (const way of waysOf(words, count)) found.push({ ...way, cost: way.cost + COST.line * (count - least) })
  }
  found.sort((a, b) => a.cost - b.cost)
  const best = found[0]
  if (!best) return [greedy(words.map((word) => word.text))]
  return found
    .filter(({ cost }) => cost <= best.cost + WORSE)
    .slice(0, OFFERED)
    .map(({ lines }) => lines)
}

interface Way {
  readonly lines: TitleLines
  readonly cost: number
}

/** All ways to break into `count` lines none of which is too long or nearly empty. */
function waysOf(words: readonly TitleWord[], count: number): readonly Way[] {
  const ways: Way[] = []
  const behind = columnsBehind(words)
  let tries = 0
  const seek = (from: number, lines: TitleLines, cost: number): void => {
    const left = count - lines.length
    if (left === 0) {
      ways.push({ lines, cost: cost + shapeCost(lines.map(columnsOf)) })
      return
    }
    let line = ''
    for (let to = from; to < words.length && tries < MOST_TRIES; to++) {
      line += (words[to] as TitleWord).text
      const columns = columnsOf(line.trim())
      if (columns > TITLE_COLUMNS) return
      const rest = behind[to + 1] as number
      if (left === 1 ? to < words.length - 1 : to === words.length - 1 || rest > (left - 1) * TITLE_COLUMNS + 1)
        continue
      if (count > 1 && columns < LEAST_COLUMNS) continue
      tries += 1
      seek(to + 1, [...lines, line.trim()], cost + (words[to + 1]?.cost ?? 0))
    }
  }
  seek(0, [], 0)
  return ways
}

/** A line of one word is none. */
const LEAST_COLUMNS = 4

function columnsBehind(words: readonly TitleWord[]): readonly number[] {
  const behind = [0]
  for (const word of words.toReversed()) behind.unshift((behind[0] as number) + columnsOf(word.text))
  return behind
}

/** What a shape costs; a matter of taste, tried on published titles. */
const COST = {
  /** One line more than needed. */
  line: 5,
  /** Lines of equal length: a rectangle. */
  even: 3,
  /** A line in the middle shorter than both its neighbours: an hourglass. */
  waist: 12,
  /** For each column that the lines differ beyond what makes a good shape. */
  uneven: 0.8,
  /** A line much shorter than the others. */
  stub: 6,
} as const

/** Columns by which the lines of a good 梯形 or 菱形 differ, at most. */
const GOOD_DIFFERENCE = 6
const STUB = 5

function shapeCost(lengths: readonly number[]): number {
  if (lengths.length === 1) return 0
  const longest = Math.max(...lengths)
  const shortest = Math.min(...lengths)
  const difference = longest - shortest
  let cost = Math.max(0, difference - GOOD_DIFFERENCE) * COST.uneven
  if (difference < 1) cost += COST.even
  if (shortest < STUB) cost += COST.stub
  for (let i = 1; i < lengths.length - 1; i++) {
    const [before, here, after] = [lengths[i - 1], lengths[i], lengths[i + 1]] as [number, number, number]
    if (here < before && here < after) cost += COST.waist
  }
  return cost
}

/** As much as fits, line by line: for what has no better way. */
function greedy(words: readonly string[]): TitleLines {
  const lines: string[] = []
  let line: string[] = []
  let columns = 0
  const close = () => {
    if (line.length > 0) lines.push(line.join(''))
    line = []
    columns = 0
  }
  for (const word of words) {
    if (columns + columnsOf(word) > TITLE_COLUMNS) close()
    for (const character of word) {
      if (columns + columnsOf(character) > TITLE_COLUMNS) close()
      line.push(character)
      columns += columnsOf(character)
    }
  }
  close()
  return lines
}
