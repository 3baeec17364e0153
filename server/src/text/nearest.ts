/**
 * The word that was probably meant by an unknown one: the nearest that is at most half of it and fewer than three slips away.
 * A slip is a letter too many, too few, or another one, or two neighbours in the wrong order.
 */
export function nearest(unknown: string, words: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Math.min(3, Math.ceil(unknown.length / 2))
  for (const word of words) {
    const far = slips(unknown, word)
    if (far > 0 && far < least) {
      least = far
      best = word
    }
  }
  return best
}

function slips(a: string, b: string): number {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = isSwapped ? (before[j - 2] as number) + 1 : change
      next.push(Math.min(change, swap, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] as number
}
