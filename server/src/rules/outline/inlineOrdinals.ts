/** 一是, 第二，and 其次，inside a paragraph. */

import { readChineseNumber } from '../../standard/chineseNumber.ts'
import { matchesOf } from '../../text/matches.ts'

export interface InlineOrdinal {
  readonly series: '是' | '第' | '首先'
  readonly number: number
  readonly text: string
  readonly start: number
}

/** Only where a clause begins: 这三是… and 第二季度 are none. */
const ORDINAL =
  /(?<=^|[，。；：、）”])(?:([一二三四五六七八九十])是(?!否|非|不是)|第([一二三四五六七八九十])[，、](?!第)|(首先|其次|再次)[，、]?)/g
const WORDS: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3 }

let last: { readonly text: string; readonly ordinals: readonly InlineOrdinal[] } | undefined

/** In order; the answer for the last line is kept, because more than one rule asks. */
export function inlineOrdinals(text: string): readonly InlineOrdinal[] {
  if (last?.text === text) return last.ordinals
  const ordinals = matchesOf(ORDINAL, text).map((match): InlineOrdinal => {
    const [written, is, nth, word] = match
    const series = is ? '是' : nth ? '第' : '首先'
    const number = word ? (WORDS[word] ?? 0) : (readChineseNumber(is ?? nth ?? '') ?? 0)
    return { series, number, text: written.replace(/[，、]$/, ''), start: match.index }
  })
  last = { text, ordinals }
  return ordinals
}
