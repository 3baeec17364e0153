// Between page and text: a click leads to the text, the caret to the page.
import type { PrintedPlace } from '../../server/src/lsp/protocol.ts'
import { bring, placeOver, room, runAt, sourceOf } from './pages.ts'

/** A click this far from the ink still means it: about one line of a page as shown. */
const REACH = 30

export function followClicks(chosen: (place: PrintedPlace) => void): void {
  room.addEventListener('click', (event) => {
    const target = event.target as Element
    if (target.closest('.breaks, .flag')) return
    const page = target.closest('.page')
    const run = page && nearestRun(page, event.clientX, event.clientY)
    if (!run) return
    const { section, start, end } = sourceOf(run)
    const { left, width } = run.getBoundingClientRect()
    const part = width > 0 ? Math.min(1, Math.max(0, (event.clientX - left) / width)) : 0
    chosen({ section, offset: start + Math.floor(part * (end - start)) })
  })
  // By keyboard a page leads to the text that it begins with.
  room.addEventListener('keydown', (event) => {
    const page = event.target as Element
    if (event.key !== 'Enter' || !page.matches('.page')) return
    const first = page.querySelector<SVGElement>('[data-section]')
    if (first) chosen({ section: sourceOf(first).section, offset: sourceOf(first).start })
  })
}

function nearestRun(page: Element, x: number, y: number): SVGElement | undefined {
  let best: SVGElement | undefined
  let least = REACH
  for (const run of page.querySelectorAll<SVGElement>('[data-section]')) {
    const { left, right, top, bottom } = run.getBoundingClientRect()
    const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
    if (distance < least) {
      best = run
      least = distance
    }
  }
  return best
}

/** Marks the run that the caret is in and brings it into view; where nothing is printed the mark stays. */
export function showPlace(place: PrintedPlace): boolean {
  const run = runAt(place)
  const page = run?.closest<HTMLElement>('.page')
  if (!run || !page) return false
  for (const old of room.querySelectorAll('.mark')) old.remove()
  const ink = run.getBoundingClientRect()
  const mark = document.createElement('div')
  mark.className = 'mark'
  placeOver(page, mark, ink)
  if (ink.top < 0 || ink.bottom > window.innerHeight) bring(mark, 'middle')
  return true
}
