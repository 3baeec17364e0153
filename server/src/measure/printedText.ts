import { createBudget } from '../pdf/content/budget.ts'
import { readPage } from '../pdf/content/readPage.ts'
import { createFontCache } from '../pdf/font/font.ts'
import { readPages } from '../pdf/pages.ts'
import { readAnyway } from '../pdf/rebuild.ts'
import { linesOf } from './line.ts'

/**
 * What is printed on the pages of a PDF, line by line from top to bottom, as far as its fonts tell which characters they are.
 * @throws Failure `pdf-…` for files that cannot be read
 */
export function printedText(bytes: Uint8Array): string {
  const { value } = readAnyway(bytes, (view) => {
    const shared = { fonts: createFontCache(view), budget: createBudget() }
    return readPages(view).flatMap((page, index) => linesOf(index + 1, readPage(view, page, shared).glyphs))
  })
  return value.map(({ text }) => text).join('\n')
}
