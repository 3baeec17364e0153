const DIGITS = '〇一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

function digitOf(character: string): number | undefined {
  if (character === '零' || character === '○') return 0
  const digit = DIGITS.indexOf(character)
  return digit < 0 ? undefined : digit
}

/** Value of a whole number below 10000 written with 十百千 (`二十一`, `一百零三`); undefined for anything else. */
export function readChineseNumber(text: string): number | undefined {
  if (text === '') return undefined
  let total = 0
  let digit: number | undefined
  let lastUnit = Number.POSITIVE_INFINITY
  for (const character of text) {
    const unit = UNITS[character]
    if (unit === undefined) {
      const value = digitOf(character)
      if (value === undefined || (digit !== undefined && digit !== 0)) return undefined
      digit = value
      continue
    }
    if (unit >= lastUnit || (digit === undefined && unit !== 10) || (digit === undefined && total > 0)) return undefined
    total += (digit ?? 1) * unit
    lastUnit = unit
    digit = undefined
  }
  return total + (digit ?? 0)
}

/** Value of digits written one by one, as in years (`二〇〇六`). */
export function readChineseDigits(text: string): number | undefined {
  let total = 0
  for (const character of text) {
    const digit = digitOf(character)
    if (digit === undefined) return undefined
    total = total * 10 + digit
  }
  return text === '' ? undefined : total
}

/** A number from 1 to 9999 as ordinals write it: 十, 十一, 二十, 一百零三. */
export function spellChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no ordinal: ${value}`)
  let text = ''
  let rest = value
  let skipped = false
  for (const [character, unit] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(rest / unit)
    rest -= digit * unit
    if (digit === 0) {
      skipped = text !== ''
      continue
    }
    if (skipped) text += '零'
    skipped = false
    text += (value < 20 && unit === 10 ? '' : DIGITS[digit]) + character
  }
  return text
}
