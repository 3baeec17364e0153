// Outlines that can be put down anywhere: written relative to where the pen stands.

const COMMAND = /([MLQCZ])([^MLQCZ]*)/g
const NUMBER = /-?[\d.]+(?:e-?\d+)?/g

/**
 * Rewrites path data of absolute M L Q C Z so that it begins where the path before it ended.
 * Numbers keep four decimals.
 */
export function movable(outline: string): string {
  let [x, y, startX, startY] = [0, 0, 0, 0]
  let moved = ''
  for (const [, command = '', list = ''] of outline.matchAll(COMMAND)) {
    const values = (list.match(NUMBER) ?? []).map(Number)
    if (command === 'Z') [x, y] = [startX, startY]
    const size = command === 'Q' ? 4 : command === 'C' ? 6 : 2
    let written = ''
    for (let at = 0; at + size <= values.length; at += size) {
      for (let each = at; each < at + size; each += 2) {
        written += signed(values[each]! - x) + signed(values[each + 1]! - y)
      }
      // What was written is where the pen now stands, so that what is rounded off does not add up.
      ;[x, y] = [values[at + size - 2]!, values[at + size - 1]!]
      if (command === 'M' && at === 0) [startX, startY] = [x, y]
    }
    moved += command.toLowerCase() + written.trimStart()
  }
  return moved
}

/** A minus sign parts it from the number before; else a blank does. */
function signed(value: number): string {
  const rounded = Math.round(value * 1e4) / 1e4 || 0
  return rounded < 0 ? String(rounded) : ` ${rounded}`
}
