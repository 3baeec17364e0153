import { halfWidth } from '../text/cjk.ts'
import { readChineseNumber } from './chineseNumber.ts'

/** Ways of numbering: of 公文, of 法规 and of 预案. */
export type Series = '通用' | '法规' | '预案'

/**
 * Levels of the three series: 通用 1 `一、` 2 `（一）` 3 `1.` 4 `（1）` (GB/T 9704—2012 7.3.3) and 5 `①`;
 * 法规 1 编 2 章 3 节 4 条 5 款 6 项 7 目; 预案 by the count of figures: `1` `1.1` `1.1.1`.
 */
export interface OrdinalReading {
  readonly series: Series
  readonly level: number
  readonly number: number
  /** As typed, without the space behind it. */
  readonly written: string
  /** Length of `written` with the space behind it. */
  readonly length: number
}

export const ARTICLE_LEVEL = 4
export const CLAUSE_ITEM_LEVEL = 6
export const CLAUSE_SUBITEM_LEVEL = 7

const HAN = '[一二三四五六七八九十百零〇]{1,6}'
const DIGITS = '[0-9０-９]{1,3}'
const LEVEL_1 = new RegExp(`^(${HAN})[、.．，,](?![0-9])`)
const LEVEL_2 = new RegExp(`^[（(](${HAN})[）)][、.．]?`)
const LEVEL_3 = new RegExp(`^(${DIGITS})[.．、](?![0-9０-９])`)
const LEVEL_4 = new RegExp(`^(?:[（(](${DIGITS})[）)]|(${DIGITS})[）)])[、.．]?`)
const STATUTE = new RegExp(`^第(${HAN}|[一二三四五六七八九十百千零〇]{1,8}|${DIGITS})([编章节条])`)
const PLAN = /^([0-9]{1,2}(?:\.[0-9]{1,2}){0,4})(?=[ \u3000\t]+\S)/
/** 一、二级公路: two numbers side by side, not an ordinal. */
const PAIR = /^[一二三四五六七八九十]、[一二三四五六七八九十](?:季度|级|类|等|产|线|期|层|年级|楼|号|把手)/
const STATUTE_LEVELS: Readonly<Record<string, number>> = { 编: 1, 章: 2, 节: 3, 条: ARTICLE_LEVEL }
/** First character and count of the ready-made ordinals that input methods offer. */
const READY_MADE: readonly (readonly [first: number, count: number, level: number])[] = [
  [0x2460, 20, 5],
  [0x2474, 20, 4],
  [0x2488, 20, 3],
  [0x3220, 10, 2],
]

function reading(text: string, series: Series, level: number, number: number | undefined, written: string) {
  if (number === undefined || number < 1) return undefined
  const space = /^[ \u3000\t]*/.exec(text.slice(written.length)) as RegExpExecArray
  return { series, level, number, written, length: written.length + space[0].length }
}

function readReadyMade(text: string): OrdinalReading | undefined {
  const unit = text.charCodeAt(0)
  for (const [first, count, level] of READY_MADE) {
    if (unit >= first && unit < first + count) return reading(text, '通用', level, unit - first + 1, text.slice(0, 1))
  }
  return undefined
}

function readCommon(text: string): OrdinalReading | undefined {
  let match = LEVEL_1.exec(text)
  if (match)
    return PAIR.test(text) ? undefined : reading(text, '通用', 1, readChineseNumber(match[1] as string), match[0])
  match = LEVEL_2.exec(text)
  if (match) return reading(text, '通用', 2, readChineseNumber(match[1] as string), match[0])
  match = LEVEL_3.exec(text)
  if (match) return reading(text, '通用', 3, Number(halfWidth(match[1] as string)), match[0])
  match = LEVEL_4.exec(text)
  if (match) return reading(text, '通用', 4, Number(halfWidth((match[1] ?? match[2]) as string)), match[0])
  return readReadyMade(text)
}

/** 编 章 节 stand before a short name; 条 stands before a space or alone, so that “第三条规定…” stays text. */
function readStatute(text: string): OrdinalReading | undefined {
  const match = STATUTE.exec(text)
  if (!match) return undefined
  const kind = match[2] as string
  const rest = text.slice(match[0].length)
  if (kind === '条' ? rest !== '' && !/^[ \u3000\t]/.test(rest) : !/^[ \u3000\t]*[^，。；：]{0,30}$/.test(rest)) {
    return undefined
  }
  const digits = match[1] as string
  const number = /^[0-9０-９]/.test(digits) ? Number(halfWidth(digits)) : readChineseNumber(digits)
  return reading(text, '法规', STATUTE_LEVELS[kind] as number, number, match[0])
}

/**
 * Reads the ordinal at the start of a line: the proper spellings and the usual wrong ones (`1．` `1、` `(一)` `（一）、` `一.` `⑴`),
 * which keep the level that they mean. `第一，` and `一是` are text, `1.5万元` and `2026年` too.
 */
export function readOrdinal(text: string): OrdinalReading | undefined {
  const unit = text.charCodeAt(0)
  if (unit === 0x7b2c) return readStatute(text)
  return ORDINAL_STARTS.test(text) ? readCommon(text) : undefined
}

const ORDINAL_STARTS = /^[一二三四五六七八九十百（(0-9０-９①-⒛㈠-㈩]/

/** `1 总则`, `1.1 编制目的`: only where a part is numbered so throughout (see the model). */
export function readPlanOrdinal(text: string): OrdinalReading | undefined {
  const match = PLAN.exec(text)
  if (!match) return undefined
  const figures = (match[1] as string).split('.')
  return reading(text, '预案', figures.length, Number(figures.at(-1)), match[0])
}
