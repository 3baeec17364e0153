const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const CURLY_QUOTE = /[“”‘’]/

/** Columns that a character takes on a terminal. Curly quotes count as one, as terminals draw them. */
function columns(character: string): number {
  if (CURLY_QUOTE.test(character)) return 1
  return WIDE.test(character) ? 2 : 1
}

/** Columns that a text takes on a terminal, where Chinese characters take two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += columns(character)
  return width
}
