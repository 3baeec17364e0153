/** What is the same in two texts and what is not, piece by piece. */

/** A piece kept, removed or added. */
export type Step = readonly [mark: ' ' | '-' | '+', piece: string]

/** Lines that stand exactly once in both texts, as pairs of indices in the order of `before`. */
function uniquePairs(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const places = (lines: readonly string[]): ReadonlyMap<string, number> => {
    const found = new Map<string, number>()
    lines.forEach((line, index) => {
      found.set(line, found.has(line) ? -1 : index)
    })
    return found
  }
  const right = places(after)
  return [...places(before)].flatMap(([line, index]) => {
    const other = right.get(line) ?? -1
    return index >= 0 && other >= 0 ? [[index, other] as const] : []
  })
}

/** The longest run of pairs that keeps its order in both texts. */
function inOrder(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tails: number[] = []
  const previous = new Array<number>(pairs.length).fill(-1)
  pairs.forEach(([, other], index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] as number] as readonly [number, number])[1] < other) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = index
  })
  const run: (readonly [number, number])[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] as number) {
    run.push(pairs[index] as readonly [number, number])
  }
  return run.reverse()
}

/** Patience diff: lines that occur once in both texts are anchors. Nearly linear, and stable on prose. */
export function steps(before: readonly string[], after: readonly string[]): readonly Step[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  const room = Math.min(before.length, after.length) - head
  while (tail < room && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const kept = (lines: readonly string[]): readonly Step[] => lines.map((line) => [' ', line] as const)
  return [
    ...kept(before.slice(0, head)),
    ...betweenAnchors(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...kept(before.slice(before.length - tail)),
  ]
}

function betweenAnchors(before: readonly string[], after: readonly string[]): readonly Step[] {
  const anchors = inOrder(uniquePairs(before, after))
  if (anchors.length === 0) {
    return [...before.map((line) => ['-', line] as const), ...after.map((line) => ['+', line] as const)]
  }
  const result: Step[] = []
  let left = 0
  let right = 0
  for (const [index, other] of [...anchors, [before.length, after.length] as const]) {
    result.push(...steps(before.slice(left, index), after.slice(right, other)))
    if (index < before.length) result.push([' ', before[index] as string])
    left = index + 1
    right = other + 1
  }
  return result
}
