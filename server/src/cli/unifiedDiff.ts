/** A line kept, removed or added. */
type Step = readonly [mark: ' ' | '-' | '+', line: string]

const CONTEXT = 3

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
function steps(before: readonly string[], after: readonly string[]): readonly Step[] {
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

/** Groups of changes that lie close together, with their context. */
function hunks(script: readonly Step[]): readonly string[] {
  const changed = script.flatMap(([mark], index) => (mark === ' ' ? [] : [index]))
  const result: string[] = []
  let above = { until: 0, before: 0, after: 0 }
  for (let index = 0; index < changed.length; index++) {
    const first = changed[index] as number
    while (index + 1 < changed.length && (changed[index + 1] as number) - (changed[index] as number) <= 2 * CONTEXT)
      index++
    const from = Math.max(0, first - CONTEXT)
    above = advance(script, above, from)
    const inside = script.slice(from, (changed[index] as number) + CONTEXT + 1)
    const size = {
      before: inside.filter(([mark]) => mark !== '+').length,
      after: inside.filter(([mark]) => mark !== '-').length,
    }
    const place = (start: number, length: number): string => `${length === 0 ? start : start + 1},${length}`
    result.push(
      `@@ -${place(above.before, size.before)} +${place(above.after, size.after)} @@\n${inside.map(written).join('')}`,
    )
  }
  return result
}

function advance(
  script: readonly Step[],
  place: { readonly until: number; readonly before: number; readonly after: number },
  to: number,
): { until: number; before: number; after: number } {
  let { before, after } = place
  for (const [mark] of script.slice(place.until, to)) {
    if (mark !== '+') before++
    if (mark !== '-') after++
  }
  return { until: to, before, after }
}

function written([mark, line]: Step): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`
}

/** The change from one text to another in the form that `patch` and `git apply` read; empty when there is none. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return ''
  const lines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  return `--- a/${name}\n+++ b/${name}\n${hunks(steps(lines(before), lines(after))).join('')}`
}
