import type { PdfOutline } from 'pdfmake/js/PDFDocument.js'
import { mmToPt } from '../standard/units.ts'
import type { Layout } from '../typeset/pages.ts'
import type { Paper } from './paper.ts'

/** Headings as bookmarks; a heading hangs on the nearest one before it of a higher level. */
export function addBookmarks(paper: Paper, { outline, pages }: Layout): void {
  const open: { readonly level: number; readonly item: PdfOutline }[] = []
  for (const { title, page, y, level } of outline) {
    while ((open.at(-1)?.level ?? -1) >= level) open.pop()
    const parent = open.at(-1)?.item ?? paper.outline
    // pdfkit measures `left` from the right edge.
    const left = mmToPt(pages[page]!.width)
    open.push({ level, item: parent.addItem(title, { pageNumber: page, top: mmToPt(y), left }) })
  }
  openAll(paper.outline)
}

/** Shows all bookmarks unfolded: `Count` is how many are seen below (ISO 32000-1, 12.3.3); pdfkit leaves it out. */
function openAll({ children, outlineData }: PdfOutline): number {
  const below = children.reduce((sum, child) => sum + 1 + openAll(child), 0)
  if (below > 0) outlineData.Count = below
  return below
}
