import type { Page } from '../typeset/pages.ts'
import type { Paper } from './paper.ts'

/** The printed page numbers as page labels, so that a reader's "page 3" is the printed one; none where none is printed. */
export function addPageLabels(paper: Paper, pages: readonly Page[]): void {
  const ranges: (number | object)[] = []
  for (const [index, { number }] of pages.entries()) {
    const before = index === 0 ? undefined : pages[index - 1]!.number
    const continues = before !== undefined && (number === null ? before === null : before === number - 1)
    if (!continues) ranges.push(index, number === null ? {} : { S: 'D', St: number })
  }
  if (ranges.length > 0) paper._root.data.PageLabels = { Nums: ranges }
}
