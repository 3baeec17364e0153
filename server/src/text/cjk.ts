/** Han characters of all blocks, with 〇 and the iteration mark 々. */
const HAN = /^[\p{Script=Han}〇々]$/u

const OPENING = new Set('（〔［｛《〈「『【“‘')
const CLOSING = new Set('）〕］｝》〉」』】”’')
const POINTS = new Set('，。、；：？！')

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
