/** Whole and decimal numbers in words, as they are read aloud and, in capital figures, as sums of money are secured. */
const STYLES = {
  plain: { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'] },
  capital: { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] },
} as const

export type SpellingStyle = keyof typeof STYLES

/** Longer ones are no quantities, nor exact as numbers of the language. */
const MOST_DIGITS = 15
const WAN = 10_000
const YI = 100_000_000

/**
 * @param number digits with at most one point
 * @returns undefined for too long ones and for codes that begin with 0
 */
export function spellNumber(number: string, style: SpellingStyle): string | undefined {
  const match = /^(0|[1-9][0-9]*)(?:\.([0-9]+))?$/.exec(number)
  const [, whole = '', fraction = ''] = match ?? []
  if (!match || whole.length > MOST_DIGITS) return undefined
  const { digits } = STYLES[style]
  const spelt = whole === '0' ? digits[0] : spellWhole(Number(whole), style).replace(/^一十/, '十')
  const decimals = [...fraction].map((digit) => digits[Number(digit)]).join('')
  return fraction === '' ? spelt : `${spelt}点${decimals}`
}

function spellWhole(value: number, style: SpellingStyle): string {
  for (const [unit, name] of [
    [YI, '亿'],
    [WAN, '万'],
  ] as const) {
    if (value < unit) continue
    return spellWhole(Math.floor(value / unit), style) + name + spellRest(value % unit, unit, style)
  }
  const { digits, units } = STYLES[style]
  const place = String(value).length - 1
  const unit = 10 ** place
  const first = `${digits[Math.floor(value / unit)]}${units[place]}`
  return place === 0 ? first : first + spellRest(value % unit, unit, style)
}

/** 零 is said where places are empty in between. */
function spellRest(value: number, unit: number, style: SpellingStyle): string {
  if (value === 0) return ''
  return (value < unit / 10 ? (STYLES[style].digits[0] as string) : '') + spellWhole(value, style)
}
