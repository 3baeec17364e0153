import { type Step, steps } from '../text/diff.ts'

const CONTEXT = 3

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
