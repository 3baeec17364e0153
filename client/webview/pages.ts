// The pages themselves: what did not change stays as it is, and a page far from the screen is an empty sheet.
import type { PaintedElement, PaintedPage, PrintedPlace } from '../../server/src/lsp/protocol.ts'
import type { ToPage } from '../src/preview/messages.ts'

type Sent = Extract<ToPage, { kind: 'pages' }>

const SVG = 'http://www.w3.org/2000/svg'

export const room = document.getElementById('pages') as HTMLElement

/** A printed run in the text: the section it comes from and offsets in it. */
export interface RunSource {
  readonly section: number
  readonly start: number
  readonly end: number
}

export const allPages = (): readonly HTMLElement[] => [...(room.children as HTMLCollectionOf<HTMLElement>)]

/** Puts the pages in order; one that is drawn already is moved, of another only what is new is drawn. */
export function showPages({ pages, outlines: sent }: Sent, label: string): void {
  for (const [name, outline] of Object.entries(sent)) outlines.set(name, outline)
  const before = allPages()
  const standing = new Map<string, HTMLElement>()
  for (const page of before) if (isDrawn(page)) standing.set(page.dataset.key ?? '', page)
  const kept = new Set(pages.flatMap(({ key }) => standing.get(key) ?? []))
  const used = new Set<HTMLElement>()
  // A sheet that is no page any more is used for the page in its place.
  const sheetAt = (index: number): HTMLElement => {
    const old = before[index]
    return old && !kept.has(old) && !used.has(old) ? old : sheet()
  }
  const next = pages.map((page, index) => {
    const old = standing.get(page.key)
    const shown = old === undefined ? draw(sheetAt(index), page) : used.has(old) ? copy(old) : old
    used.add(shown)
    nameSources(shown, page.sources ?? [])
    shown.setAttribute('aria-label', label.replace('{0}', `${index + 1}`).replace('{1}', `${pages.length}`))
    return shown
  })
  setChildren(room, next)
}

/** What stands where it stood is not touched: taken out and put back it would be laid out anew. */
function setChildren(parent: Element, next: readonly Element[]): void {
  const kept = new Set(next)
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove()
  for (const [index, child] of next.entries()) {
    const standing = parent.children[index]
    if (standing !== child) parent.insertBefore(child, standing ?? null)
  }
}

function sheet(): HTMLElement {
  const page = document.createElement('section')
  page.className = 'page'
  page.tabIndex = 0
  return page
}

const copy = (page: HTMLElement) => page.cloneNode(true) as HTMLElement

const picture = (page: HTMLElement) => page.querySelector<SVGSVGElement>(':scope > .picture')

export const isDrawn = (page: HTMLElement): boolean => picture(page) !== null

function draw(page: HTMLElement, { key, width, height, elements }: PaintedPage): HTMLElement {
  page.dataset.key = key
  page.style.aspectRatio = `${width} / ${height}`
  if (!elements) {
    page.replaceChildren()
    return page
  }
  const drawing = picture(page) ?? blankPicture(page)
  drawing.setAttribute('viewBox', `0 0 ${width} ${height}`)
  setChildren(drawing, elementsOf(elements, [...drawing.children]))
  return page
}

function blankPicture(page: HTMLElement): SVGSVGElement {
  const drawing = document.createElementNS(SVG, 'svg')
  drawing.setAttribute('class', 'picture')
  drawing.setAttribute('aria-hidden', 'true')
  page.prepend(drawing)
  return drawing
}

/** Glyphs by the names that runs use. */
const outlines = new Map<string, string>()

/** A number names an element that is drawn already. */
function elementsOf(sent: readonly PaintedElement[], before: readonly Element[]): readonly Element[] {
  const written = sent.filter((each) => typeof each === 'string').join('')
  const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${written}</svg>`, 'image/svg+xml')
  const fresh = [...parsed.documentElement.children].values()
  return sent.flatMap((each) => {
    if (typeof each === 'object') return drawRun(each)
    return (typeof each === 'number' ? before[each] : fresh.next().value) ?? []
  })
}

function drawRun({ transform, fill, element, glyphs }: Extract<PaintedElement, object>): SVGElement {
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('transform', transform)
  path.setAttribute('fill', fill)
  path.setAttribute(
    'd',
    glyphs.replace(/(\S+) (\S+) ?/g, (_, name, pen) => `M${pen} 0${outlines.get(name) ?? ''}`),
  )
  path.dataset.element = element
  return path
}

/** Text moves in its section while what is printed stays the same. */
function nameSources(page: HTMLElement, sources: NonNullable<PaintedPage['sources']>): void {
  const drawn = picture(page)?.children ?? []
  for (const [place, source] of sources.entries()) {
    const element = drawn[place] as SVGElement | undefined
    if (!source || !element) continue
    const [section, start, end] = source
    Object.assign(element.dataset, { section, start, end })
  }
}

export function sourceOf({ dataset }: SVGElement): RunSource {
  return { section: Number(dataset.section), start: Number(dataset.start), end: Number(dataset.end) }
}

/** The run that a place is printed in; behind its last character still. */
export function runAt({ section, offset }: PrintedPlace, also = ''): SVGElement | undefined {
  const runs = [...room.querySelectorAll<SVGElement>(`[data-section="${section}"]${also}`)]
  return (
    runs.find((each) => sourceOf(each).start <= offset && offset < sourceOf(each).end) ??
    runs.findLast((each) => sourceOf(each).start <= offset && offset <= sourceOf(each).end)
  )
}

/** Lays something over part of a page, so that it stays there when the page is shown larger. */
export function placeOver(page: HTMLElement, element: HTMLElement, box: DOMRectReadOnly): void {
  const around = page.getBoundingClientRect()
  element.style.left = `${((box.left - around.left) / around.width) * 100}%`
  element.style.top = `${((box.top - around.top) / around.height) * 100}%`
  element.style.width = `${(box.width / around.width) * 100}%`
  element.style.height = `${(box.height / around.height) * 100}%`
  page.append(element)
}

/** As high as the tools above the pages, in pixels. */
const TOOLS = 44

/**
 * Scrolls until something stands at the top or in the middle. `scrollIntoView` would scroll the frames around this one
 * too, and cut off the tools.
 */
export function bring(element: Element, to: 'top' | 'middle'): void {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  window.scrollBy(0, to === 'top' ? top - TOOLS : (top + bottom - window.innerHeight) / 2)
  const around = room.getBoundingClientRect()
  if (left < around.left || right > around.right) room.scrollLeft += (left + right - around.left - around.right) / 2
}
