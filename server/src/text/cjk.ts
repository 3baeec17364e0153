/** Han characters of all blocks, with 〇 and the iteration mark 々. */
const HAN = /^[\p{Script=Han}〇々]$/u

const OPENING = new Set('（〔［｛《〈「『【“‘')
const CLOSING = new Set('）〕］｝》〉」』】”’')
const POINTS = new Set('，。、；：？！')

/** Whether it is one Chinese character, 〇 and 々 among them. */
export function isHan(character: string): boolean {
  return HAN.test(character)
}

/** Opening brackets and quotes: never at the end of a line (GB/T 15834—2011 5.1.4). */
export function isOpening(character: string): boolean {
  return OPENING.has(character)
}

/** Closing brackets and quotes: never at the start of a line (GB/T 15834—2011 5.1.3). */
export function isClosing(character: string): boolean {
  return CLOSING.has(character)
}

/** 点号: never at the start of a line (GB/T 15834—2011 5.1.1). */
export function isPoint(character: string): boolean {
  return POINTS.has(character)
}

/** How a character is named in code tables: U+4DAE. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** With half-width digits in place of full-width ones, at equal length. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** Letters, figures and marks of the Latin script, which stand half as wide as Han characters. */
export function isLatin(character: string): boolean {
  const code = character.codePointAt(0) as number
  return (code > 0x20 && code < 0x7f) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
}

/** Width of a title, a name or a mark in characters: Latin ones count half. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += isLatin(character) ? 0.5 : 1
  return columns
}

/** Built on first use: a segmenter takes milliseconds to make. */
let segmenter: Intl.Segmenter | undefined

/** The words of a text with what stands between them, by the dictionary of the platform. */
export function wordsOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return segmenter.segment(text)
}
