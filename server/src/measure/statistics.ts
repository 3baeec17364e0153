/** The value that occurs most often, the earliest of equals. */
export function most<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: T | undefined
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value
  return best
}

/** The middle value; undefined of none. */
export function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}

/** Of any count of values, which spreading over arguments does not take; infinite of none. */
export function least(values: readonly number[]): number {
  return values.reduce((so, value) => Math.min(so, value), Number.POSITIVE_INFINITY)
}

/** Minus infinity of none; any number of values, which the arguments of `Math.max` are not. */
export function greatest(values: readonly number[]): number {
  return values.reduce((so, value) => Math.max(so, value), Number.NEGATIVE_INFINITY)
}
