import { commonCharacters, gb2312Characters } from '../standard/commonCharacters.ts'
import { isHan } from '../text/cjk.ts'
import type { OpenedFace } from './openedFace.ts'

/** How many 汉字 a face has: of GB 2312—1980, of 通用规范汉字表 (2013), and of all. */
export interface Coverage {
  readonly gb2312: number
  readonly common: number
  readonly han: number
}

let sets: { readonly gb2312: readonly string[]; readonly common: readonly string[] } | undefined

function characterSets() {
  sets ??= { gb2312: gb2312Characters(), common: commonCharacters() }
  return sets
}

/** How much of the usual character sets a face holds, and how many Chinese characters in all. */
export function coverageOf({ has, font }: OpenedFace): Coverage {
  const { gb2312, common } = characterSets()
  const held = (characters: readonly string[]) => characters.reduce((sum, each) => sum + (has(each) ? 1 : 0), 0)
  const han = font.characterSet.filter((code) => code > 0x2e7f && isHan(String.fromCodePoint(code))).length
  return { gb2312: held(gb2312), common: held(common), han }
}

/** Of 通用规范汉字表, the characters that the first face lacks, and those of them that none of the others has either. */
export function lackingOf(first: OpenedFace, others: readonly OpenedFace[]) {
  const lacking = characterSets().common.filter((character) => !first.has(character))
  const left = lacking.filter((character) => !others.some((other) => other.has(character)))
  return { own: lacking.length, afterHelp: left.length }
}
