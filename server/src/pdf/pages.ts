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

/** Ancestors from which a page may inherit its boxes. */
const MAX_DEPTH = 32

/** Area of the smallest page in square points, as far as it is shown; 0 when a page has no size. */
export function smallestPageArea(view: PdfView): number {
  let smallest = Number.POSITIVE_INFINITY
  for (const page of readPages(view))
    smallest = Math.min(smallest, boxArea(view, page, 'MediaBox', 0), boxArea(view, page, 'CropBox', smallest))
  return smallest
}

/** @param otherwise for a page that has no such box, nor inherits one (7.7.3.4) */
function boxArea(view: PdfView, page: PdfReference, key: string, otherwise: number): number {
  const box = boxOf(view, page, key)
  if (!box) return otherwise
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box
  const area = Math.abs((x2 - x1) * (y2 - y1))
  return Number.isFinite(area) ? area : 0
}

function boxOf(view: PdfView, page: PdfReference, key: string): readonly number[] | undefined {
  let node = view.resolve(page)
  for (let depth = 0; depth < MAX_DEPTH && isDictionary(node); depth++) {
    const box = view.resolve(node.entries.get(key))
    if (isArray(box)) return box.items.map((item) => Number(view.resolve(item)))
    node = view.resolve(node.entries.get('Parent'))
  }
  return undefined
}

/** Right and lower edges and height of a page's MediaBox, in points; undefined for a page that has no size. */
export function pageBox(
  view: PdfView,
  page: PdfReference,
): { readonly right: number; readonly bottom: number; readonly height: number } | undefined {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = boxOf(view, page, 'MediaBox') ?? []
  const height = Math.abs(y2 - y1)
  return height > 0 ? { right: Math.max(x1, x2), bottom: Math.min(y1, y2), height } : undefined
}
