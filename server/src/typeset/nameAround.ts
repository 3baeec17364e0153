import { isHan, wordsOf } from '../text/cjk.ts'
import type { Span } from '../text/span.ts'

/** How much text on either side is looked at, and how much of it a name may take in, in characters. */
const SEEN = 8
const MOST = 3

/** Characters that stand for themselves beside a name. */
const ALONE = new Set(
  '的了和与及或在由对为是有从到向把被将等之以而并不也都就又则但请经按据至派免令该各其本此使让给同跟因即者副原前第年月日号',
)
/** Where the name of a place ends. */
const PLACE_ENDS = new Set('省市县区乡镇村屯街路山河江湖岭沟湾桥港岛洲坝')
/** The hundred most frequent surnames, and those of two characters. */
const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
)
const LONG_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 夏侯 端木 百里 南宫 呼延'.split(' '),
)

/**
 * The name that a rare character is a part of, so that the name can be set in one face: no dictionary has it, so what a
 * dictionary leaves as single characters beside it belongs to it, up to a word that stands for itself or the end of a
 * place's name. Only a few characters on either side are looked at.
 * @param text UTF-16, with the character at `at`
 */
export function nameAround(text: string, at: number): Span {
  const length = lengthAt(text, at)
  const [from, to] = [reach(text, at, -1), reach(text, at + length, 1)]
  const words = [...wordsOf(text.slice(from, to))].map(({ segment, index }) => ({ segment, start: from + index }))
  const own = words.findIndex(({ segment, start }) => start <= at && at < start + segment.length)
  const before = words.slice(0, own).map(({ segment }) => segment)
  const after = words.slice(own + 1).map(({ segment }) => segment)
  const { segment = '', start = at } = words[own] ?? {}
  const taken = takenAfter(segment, after)
  return { start: start - takenBefore(before, taken === 0), end: start + segment.length + taken }
}

/** Where the Han characters end on one side, but no farther than is looked at. */
function reach(text: string, at: number, step: 1 | -1): number {
  let edge = at
  for (let count = 0; count < SEEN; count++) {
    const start = step === 1 ? edge : previous(text, edge)
    if (start < 0 || start >= text.length) break
    const length = lengthAt(text, start)
    if (!isHan(text.slice(start, start + length))) break
    edge = step === 1 ? start + length : start
  }
  return edge
}

function previous(text: string, at: number): number {
  const code = text.charCodeAt(at - 1)
  return code >= 0xdc00 && code <= 0xdfff && at > 1 ? at - 2 : at - 1
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function isSingle(word: string): boolean {
  return lengthAt(word, 0) === word.length
}

function takenAfter(rare: string, words: readonly string[]): number {
  let taken = 0
  if (PLACE_ENDS.has(rare)) return taken
  for (const [index, word] of words.entries()) {
    if (index >= MOST || !(isSingle(word) || PLACE_ENDS.has(word.at(-1) as string)) || ALONE.has(word)) break
    taken += word.length
    if (PLACE_ENDS.has(word.at(-1) as string)) break
  }
  return taken
}

/** @param last whether the rare character ends the name: then a word of two may be the rest of it, as in 张建国䶮 */
function takenBefore(words: readonly string[], last: boolean): number {
  let taken = 0
  for (let index = words.length - 1; index >= Math.max(0, words.length - MOST); index--) {
    const word = words[index] as string
    const surname = words[index - 1]
    if (isSingle(word)) {
      if (ALONE.has(word) || PLACE_ENDS.has(word)) break
    } else if (LONG_SURNAMES.has(word)) {
      return taken + word.length
    } else {
      if (!last || taken > 0 || word.length > 2) break
      const named = surname !== undefined && SURNAMES.has(surname)
      if (named) return word.length + surname.length
      return SURNAMES.has(word[0] as string) ? word.length : 0
    }
    taken += word.length
  }
  return taken
}
