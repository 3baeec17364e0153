import type { EmBox } from './font.ts'

/** Where Chinese faces of the usual kinds put the ink of a character within its square. */
const IDEOGRAPH: EmBox = { left: 0.04, bottom: -0.07, right: 0.96, top: 0.83 }

/** Digits and capitals of the usual Latin faces. */
const LATIN = { bottom: 0, top: 0.67, side: 0.05 }

/** Where ink would lie if the outline were known; undefined for blanks. */
export function estimatedInk(text: string, width: number): EmBox | undefined {
  if (text === '' || /^\s+$/u.test(text)) return undefined
  if (/^[—―─–－-]+$/u.test(text)) return { left: 0, bottom: 0.3, right: width, top: 0.42 }
  if (/^[，。、；：！]$/u.test(text))
    return { left: 0.08, bottom: -0.09, right: 0.36, top: /[，。、]/u.test(text) ? 0.2 : 0.55 }
  if (/^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u.test(text) && width > 0.7) return IDEOGRAPH
  return { left: LATIN.side * width, bottom: LATIN.bottom, right: (1 - LATIN.side) * width, top: LATIN.top }
}
