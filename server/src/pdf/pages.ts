import { damaged, tooLarge } from './damage.ts'
import type { PdfView } from './file.ts'
import { isArray, isDictionary, isReference, type PdfObject, type PdfReference } from './objects.ts'

const MAX_PAGES = 200_000

/** The pages in reading order (ISO 32000-1 7.7.3). */
export function readPages(view: PdfView): readonly PdfReference[] {
  const pages: PdfReference[] = []
  const seen = new Set<number>()
  const catalog = view.resolve(view.trailer.entries.get('Root'))
  const waiting: PdfObject[] = [(isDictionary(catalog) && catalog.entries.get('Pages')) || null]
  while (waiting.length > 0) {
    const next = waiting.pop() as PdfObject
    const node = view.resolve(next)
    if (!isReference(next) || !isDictionary(node)) continue
    if (seen.has(next.number)) throw damaged('的页面树成环', 0)
    seen.add(next.number)
    if (seen.size > MAX_PAGES) throw tooLarge('页数过多')
    const kids = view.resolve(node.entries.get('Kids'))
    if (isArray(kids)) for (let i = kids.items.length - 1; i >= 0; i--) waiting.push(kids.items[i] as PdfObject)
    else pages.push(next)
  }
  return pages
}
