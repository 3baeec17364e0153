import { fieldsOf } from '../readEntry.ts'

/**
 * The last number of each series that a register gave or left out, without checking it: enough to propose the next one.
 * @param text of the register's file
 */
export function lastNumbers(text: string): ReadonlyMap<string, number> {
  const last = new Map<string, number>()
  for (const line of text.split('\n')) {
    const { series, number, through } = fieldsOf(line) ?? {}
    if (typeof series === 'string' && typeof number === 'number')
      last.set(series, Math.max(last.get(series) ?? 0, typeof through === 'number' ? through : number))
  }
  return last
}
