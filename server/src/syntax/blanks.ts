/** Characters that leave no ink: blanks of all widths, zero-width space, word joiner, BOM. Class body for regular expressions. */
export const BLANK_CLASS = '\\t \\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000\\ufeff'

/** Whether the code unit is one of {@link BLANK_CLASS}. */
export function isBlank(unit: number): boolean {
  if (unit === 0x20 || unit === 0x09 || unit === 0x3000) return true
  if (unit < 0xa0) return false
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x2060 ||
    unit === 0xfeff
  )
}

/** LF, CR, the manual line break of word processors (VT), FF, U+2028 and U+2029 end a line of the body. */
export function isLineEnd(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x2028 || unit === 0x2029
}

/** The end of `span` without the blanks before it. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

/** The start of the ink in a line or cell. */
export function trimmedStart(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isBlank(text.charCodeAt(at))) at++
  return at
}
