// Which pages are on the screen or a screen away: those are drawn, the others are empty sheets.
import type { Reach } from '../src/preview/messages.ts'
import { allPages } from './pages.ts'

/** Tells which pages are in reach whenever they are others; the function it gives is called when pages came or went. */
export function followReach(reached: (reach: Reach) => void): () => void {
  const near = new Set<Element>()
  let told = ''
  const tell = () => {
    const places = allPages().flatMap((page, index) => (near.has(page) ? [index] : []))
    const [first, last] = [places[0], places.at(-1)]
    if (first === undefined || last === undefined || told === `${first}-${last}`) return
    told = `${first}-${last}`
    reached({ first, last })
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target)
        else near.delete(target)
      }
      tell()
    },
    // Named, for in a frame the window would be another's, and a margin around that is not granted.
    { root: document, rootMargin: '100% 0px' },
  )
  const observed = new Set<Element>()
  return () => {
    const pages = new Set<Element>(allPages())
    for (const gone of observed) {
      if (pages.has(gone)) continue
      observer.unobserve(gone)
      observed.delete(gone)
      near.delete(gone)
    }
    for (const page of pages) {
      if (observed.has(page)) continue
      observer.observe(page)
      observed.add(page)
    }
    tell()
  }
}
