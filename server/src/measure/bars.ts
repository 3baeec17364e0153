import type { Bar } from '../pdf/content/marks.ts'

/** Pieces of one line that programs draw cell by cell touch or overlap (mm). */
const TOUCH = 0.4
const SAME_HEIGHT = 0.05

/** Level lines with their pieces put together, from top to bottom. */
export function levelBars(bars: readonly Bar[]): readonly Bar[] {
  const sorted = bars.filter(({ level }) => level).sort((a, b) => middle(a) - middle(b) || a.box.left - b.box.left)
  const joined: Bar[] = []
  for (const bar of sorted) {
    const last = joined.at(-1)
    if (last && continues(last, bar)) {
      const right = Math.max(last.box.right, bar.box.right)
      joined[joined.length - 1] = { ...last, box: { ...last.box, right } }
    } else joined.push(bar)
  }
  return joined
}

function continues(last: Bar, bar: Bar): boolean {
  return (
    Math.abs(middle(last) - middle(bar)) <= SAME_HEIGHT &&
    Math.abs(last.weight - bar.weight) <= SAME_HEIGHT &&
    bar.box.left <= last.box.right + TOUCH &&
    last.colour?.stated === bar.colour?.stated
  )
}

/** Height of a line's middle on the page. */
export function middle({ box }: Bar): number {
  return (box.top + box.bottom) / 2
}

/** In millimetres, of a bar that lies level. */
export function lengthOf({ box }: Bar): number {
  return box.right - box.left
}
