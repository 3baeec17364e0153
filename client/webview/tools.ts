// The tools above the pages and the list of pages beside them.
import type { Look } from '../src/preview/messages.ts'
import { allPages, bring, room } from './pages.ts'

const LEAST = 0.25
const MOST = 4
const STEP = 1.2

const find = (id: string) => document.getElementById(id) as HTMLElement

/** Follows buttons and keys; `changed` is told of each new look, after the page shows it. */
export function followTools(first: Look, changed: (look: Look) => void): void {
  let look = first
  const use = (next: Partial<Look>) => {
    look = { ...look, ...next }
    apply(look)
    changed(look)
  }
  const zoomBy = (factor: number) => use({ zoom: Math.min(MOST, Math.max(LEAST, shownZoom() * factor)) })
  const actions: Readonly<Record<string, () => void>> = {
    smaller: () => zoomBy(1 / STEP),
    larger: () => zoomBy(STEP),
    fit: () => use({ zoom: 'fit' }),
    true: () => use({ zoom: 1 }),
    grid: () => use({ grid: !look.grid }),
    marked: () => use({ marked: !look.marked }),
    night: () => use({ night: !look.night }),
  }
  const keys: Readonly<Record<string, string>> = {
    '-': 'smaller',
    '+': 'larger',
    '=': 'larger',
    0: 'fit',
    1: 'true',
    g: 'grid',
    h: 'marked',
    n: 'night',
  }
  for (const [id, action] of Object.entries(actions)) find(id).addEventListener('click', action)
  window.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (!ctrlKey && !metaKey && !altKey) actions[keys[key.toLowerCase()] ?? '']?.()
  })
  window.addEventListener('resize', () => apply(look))
  window.addEventListener('scroll', markCurrent, { passive: true })
  apply(look)
}

function apply({ zoom, grid, marked, night }: Look): void {
  // CSS counts 96 to the inch, whatever the screen is.
  room.style.setProperty('--page-width', zoom === 'fit' ? '100%' : `${210 * zoom}mm`)
  document.body.classList.toggle('night', night)
  const pressed = { fit: zoom === 'fit', true: zoom === 1, grid, marked, night }
  for (const [id, on] of Object.entries(pressed)) find(id).setAttribute('aria-pressed', String(on))
  find('zoom').textContent = `${Math.round(shownZoom() * 100)}%`
}

/** How large the pages are shown now, 1 being their size on paper. */
function shownZoom(): number {
  const [page] = allPages()
  const width = page?.getBoundingClientRect().width ?? room.clientWidth
  return width / ((210 / 25.4) * 96)
}

/** A button for each page that leads to it. */
export function listPages(): void {
  const pages = allPages()
  const list = find('list')
  const count = pages.length > 1 ? pages.length : 0
  if (list.childElementCount === count) return
  const buttons = pages.slice(0, count).map((_, index) => {
    const button = document.createElement('button')
    button.className = 'tool'
    button.type = 'button'
    button.textContent = String(index + 1)
    button.setAttribute('aria-label', pages[index]?.getAttribute('aria-label') ?? '')
    button.addEventListener('click', () => {
      const page = allPages()[index]
      if (!page) return
      bring(page, 'top')
      page.focus({ preventScroll: true })
    })
    return button
  })
  list.replaceChildren(...buttons)
  markCurrent()
}

function markCurrent(): void {
  const middle = window.innerHeight / 2
  const current = allPages().findIndex((page) => page.getBoundingClientRect().bottom > middle)
  for (const [index, button] of [...find('list').children].entries()) {
    if (index === current) button.setAttribute('aria-current', 'page')
    else button.removeAttribute('aria-current')
  }
}
