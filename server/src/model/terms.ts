import { matchesOf } from '../text/matches.ts'
import type { Span } from '../text/span.ts'

/** A 简称 where it is given: 某某市大数据管理局（以下简称市大数据局）, 《某某意见》（某政发〔2026〕8号，以下简称《意见》）. */
export interface Term {
  /** What stands before the bracket, back to the last mark: a verb before the name may be part of it. */
  readonly full: string
  readonly short: string
  /** From the full name to the closing bracket. */
  readonly span: Span
}

const GIVEN =
  /[（(](?:[^（）()\r\n，。；]{1,20}号[，,])?以下(?:统一|统称|合称)?(?:简称|称)(?:为)?[：:]?[“"]?([^“”"（）()\r\n，。；]{1,20})["”]?[）)]/g
/** Looked at from the bracket back: a search for the name from the left would try every character of the text. */
const NAME_BEFORE = /[\p{Script=Han}A-Za-z0-9《》“”]{2,40}$/u
const LONGEST_NAME = 40
/** A title is known by its marks, however long it is. */
const TITLE_BEFORE = /《[^《》\r\n]{2,80}》$/
const LONGEST_TITLE = 82

/** The 简称 that a text gives, in order. */
export function termsIn(text: string): readonly Term[] {
  if (!text.includes('以下')) return []
  return matchesOf(GIVEN, text).flatMap((match) => {
    const before = (length: number) => text.slice(Math.max(0, match.index - length), match.index)
    const full = (TITLE_BEFORE.exec(before(LONGEST_TITLE)) ?? NAME_BEFORE.exec(before(LONGEST_NAME)))?.[0]
    if (full === undefined) return []
    const span = { start: match.index - full.length, end: match.index + match[0].length }
    return [{ full, short: match[1] as string, span }]
  })
}
