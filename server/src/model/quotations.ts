import type { Lines } from './line.ts'

/**
 * Which lines leave a quotation open that a later line really closes. Every paragraph inside may begin with another “;
 * an “ that is never closed opens nothing, or one slip of the pen would take the structure of all that follows.
 */
export function openQuotations(lines: Lines, from: number, to: number): ReadonlySet<number> {
  const open = new Set<number>()
  let nextFirst: '“' | '”' | '' = ''
  let nextStarts = false
  let nextHolds = false
  for (let i = to - 1; i >= from; i--) {
    const line = lines[i]
    if (!line || line.lastQuote === '') continue
    const closedLater: boolean = nextFirst === '”' || (nextStarts && nextHolds)
    const leavesOpen: boolean = line.lastQuote === '“' && closedLater
    if (leavesOpen) open.add(i)
    nextFirst = line.firstQuote
    nextStarts = line.text.startsWith('“')
    nextHolds = leavesOpen || line.lastQuote === '”'
  }
  return open
}
