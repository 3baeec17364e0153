// The pages themselves: those that did not change stay as they are.
import type { PrintedPlace } from '../../server/src/lsp/protocol.ts'
import type { ToPage } from '../src/preview/messages.ts'

type Sent = Extract<ToPage, { kind: 'pages' }>

export const room = document.getElementById('pages') as HTMLElement

/** A printed run in the text: the section it comes from and offsets in it. */
export interface RunSource {
  readonly section: number
  readonly start: number
  readonly end: number
}

export const allPages = (): readonly HTMLElement[] => [...room.querySelectorAll<HTMLElement>('.page')]

/** Puts the pages in order; one whose key was already here is moved, not drawn again. */
export function showPages({ pages, labels }: Sent): void {
  const standing = new Map<string, HTMLElement>()
  for (const page of allPages()) standing.set(page.dataset.key ?? '', page)
  const used = new Set<HTMLElement>()
  const next = pages.map(({ key, svg }, index) => {
    const old = standing.get(key)
    const page = svg !== undefined ? draw(key, svg) : old && used.has(old) ? (old.cloneNode(true) as HTMLElement) : old
    const shown = page ?? draw(key, '')
    used.add(shown)
    shown.setAttribute('aria-label', labels[index] ?? '')
    return shown
  })
  setPages(next)
}

/** What stands where it stood is not touched: taken out and put back it would be laid out anew, letter by letter. */
function setPages(next: readonly HTMLElement[]): void {
  const kept = new Set<Element>(next)
  for (const page of [...room.children]) if (!kept.has(page)) page.remove()
  for (const [index, page] of next.entries()) {
    const standing = room.children[index]
    if (standing !== page) room.insertBefore(page, standing ?? null)
  }
}

function draw(key: string, svg: string): HTMLElement {
  const page = document.createElement('section')
  page.className = 'page'
  page.dataset.key = key
  page.tabIndex = 0
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  if (parsed instanceof SVGSVGElement) {
    const picture = document.importNode(parsed, true)
    picture.setAttribute('aria-hidden', 'true')
    const { width, height } = picture.viewBox.baseVal
    page.style.aspectRatio = `${width} / ${height}`
    page.append(picture)
  }
  return page
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
