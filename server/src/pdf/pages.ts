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
  const box = inherited(view, page, key)
  return isArray(box) ? box.items.map((item) => Number(view.resolve(item))) : undefined
}

/** The entry of a page, or else that of its nearest ancestor that has one; null when none has. */
function inherited(view: PdfView, page: PdfReference, key: string): PdfObject {
  let node = view.resolve(page)
  for (let depth = 0; depth < MAX_DEPTH && isDictionary(node); depth++) {
    const value = view.resolve(node.entries.get(key))
    if (value !== null) return value
    node = view.resolve(node.entries.get('Parent'))
  }
  return null
}

/** What is shown of a page, in points, and by how many degrees it is turned clockwise for showing (7.7.3.3). */
export interface PageSight {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
  readonly turn: 0 | 90 | 180 | 270
}

/** Undefined for a page that has no size. */
export function pageSight(view: PdfView, page: PdfReference): PageSight | undefined {
  const media = edgesOf(boxOf(view, page, 'MediaBox') ?? [])
  const crop = edgesOf(boxOf(view, page, 'CropBox') ?? [])
  const box = crop
    ? {
        left: Math.max(media?.left ?? 0, crop.left),
        bottom: Math.max(media?.bottom ?? 0, crop.bottom),
        right: Math.min(media?.right ?? 0, crop.right),
        top: Math.min(media?.top ?? 0, crop.top),
      }
    : media
  const turned = Number(inherited(view, page, 'Rotate') ?? 0)
  const turn = ((turned % 360) + 360) % 360
  if (!box || !(box.right > box.left && box.top > box.bottom)) return undefined
  return { ...box, turn: turn === 90 || turn === 180 || turn === 270 ? turn : 0 }
}

function edgesOf([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): Omit<PageSight, 'turn'> | undefined {
  const edges = { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) }
  return edges.right > edges.left && edges.top > edges.bottom ? edges : undefined
}
