const NONE: readonly RegExpExecArray[] = []

/**
 * All matches of a global pattern, as `matchAll` finds them. That makes a new RegExp at every call; here a line without a
 * match, which most lines are, costs one search and nothing else.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (!match) return NONE
  const found: RegExpExecArray[] = []
  while (match) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
    match = pattern.exec(text)
  }
  return found
}
