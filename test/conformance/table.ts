/** The table of a case: what stands where, in millimetres, by which clause. Tab-separated, so that any tool can read it. */

/** Something printed that has a place. */
export interface Printed {
  readonly name: string
  /** Counts from 1. */
  readonly page: number
  /** Words of the page, or `@红线2`, `@黑线1`, `@印章1`: the nth from the top. */
  readonly find: string
}

/** One sentence of the standard, made measurable. */
export interface Expectation {
  /** `标志.墨上`, or a difference `红线.上-字号.墨下`. */
  readonly measure: string
  /** Millimetres for distances, points for 号, a count, or a word. */
  readonly expected: string
  readonly clause: string
  /** Where the same is asked in docs/conformance.md. */
  readonly requirement: string
}

export interface Table {
  readonly title: string
  /** How it is printed: 双面, 套打, or 另附1 for the first attachment that is sent by itself. */
  readonly options: readonly string[]
  readonly printed: ReadonlyMap<string, Printed>
  readonly expectations: readonly Expectation[]
}

/**
 * A file is a title line, perhaps a block of options, a block of names (name, page, what to find) and a block of
 * expectations, each under a `##` line.
 */
export function parseTable(text: string): Table {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const [first = ''] = lines
  const names = lines.findIndex((line) => line.startsWith('## 要素'))
  const split = lines.findIndex((line) => line.startsWith('## 位置'))
  const rows = (from: number, to: number, columns: number) =>
    lines.slice(from, to).map((line) => {
      const cells = line.split('\t')
      if (cells.length !== columns) throw new Error(`${first}: not ${columns} columns: ${line}`)
      return cells as [string, string, string, string]
    })
  const printed = rows(names + 1, split, 3).map(([name, page, find]): [string, Printed] => [
    name,
    { name, page: Number(page), find },
  ])
  const expectations = rows(split + 1, lines.length, 4).map(
    ([measure, expected, clause, requirement]): Expectation => ({ measure, expected, clause, requirement }),
  )
  const options = lines.slice(1, names).filter((line) => !line.startsWith('#'))
  return { title: first.replace(/^#\s*/, ''), options, printed: new Map(printed), expectations }
}
