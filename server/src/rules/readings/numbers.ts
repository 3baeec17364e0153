/** Numbers in running text: how they are written in Chinese and in Arabic digits. */
import { readChineseDigits, readChineseNumber } from '../../standard/chineseNumber.ts'

const DIGITS = '〇一二三四五六七八九'

/** Units of the quantities of which people give a rough number; neither months, ordinals nor classes. */
export const COUNTED =
  '(?:个(?!季度)|天|年(?!级|生)|人(?!大)|名|户(?!型)|家|岁|倍|亩|元|万|成|米|公里|千米|小时|分钟|周|次(?![产能设性电])|遍|趟|件|辆|台|批|点(?=[钟左]))'

/** A Chinese digit from 一 to 九 for 1 to 9. */
export function chineseDigit(digit: number): string {
  return DIGITS[digit] as string
}

/** 三 and 四, 2 and 3: two neighbours, as in a rough number. */
export function areNeighbours(from: number, to: number): boolean {
  return to === from + 1 && from >= 1 && to <= 9
}

/** Value of a Chinese number as text has it, with 两 and a decimal part; undefined when it is none. */
export function readQuantity(text: string): string | undefined {
  const [whole = '', decimals] = text.replaceAll('两', '二').split('点')
  const value = readChineseNumber(whole)
  if (value === undefined) return undefined
  if (decimals === undefined) return String(value)
  if (readChineseDigits(decimals) === undefined) return undefined
  return `${value}.${[...decimals].map((digit) => readChineseDigits(digit)).join('')}`
}
