// Runs in the preview's page: shows the pages it is sent, keeps those that did not change, and links them with the text.
import './preview.css'
import type { FromPage, ToPage } from '../src/preview/messages.ts'

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void }

const editor = acquireVsCodeApi()
const pages = document.getElementById('pages') as HTMLElement
const notice = document.getElementById('notice') as HTMLElement

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'pages') showPages(data)
  else if (data.kind === 'show') showPlace(data.place)
  else notice.textContent = data.text
})

/** Puts the pages in order; one whose key was already here is moved, not drawn again. */
function showPages(message: Extract<ToPage, { kind: 'pages' }>): void {
  const { pages: sent, labels } = message
  const standing = new Map<string, HTMLElement>()
  for (const page of pages.children) standing.set((page as HTMLElement).dataset.key ?? '', page as HTMLElement)
  const used = new Set<HTMLElement>()
  const next = sent.map(({ key, svg }, index) => {
    const old = standing.get(key)
    const page = svg !== undefined ? draw(key, svg) : old && used.has(old) ? (old.cloneNode(true) as HTMLElement) : old
    const shown = page ?? draw(key, '')
    used.add(shown)
    shown.setAttribute('aria-label', labels[index] ?? '')
    return shown
  })
  pages.replaceChildren(...next)
  notice.textContent = ''
  offerBreaks(message)
}

/** Beside each title a button that shows how else it may be broken. */
function offerBreaks({ version, titles, breaks }: Extract<ToPage, { kind: 'pages' }>): void {
  for (const old of pages.querySelectorAll('.breaks')) old.remove()
  for (const { place, position, others } of titles) {
    const run = runAt(place, '[data-element="title"]')
    const page = run?.closest('.page')
    if (!run || !page) continue
    const list = document.createElement('details')
    list.className = 'breaks'
    const label = document.createElement('summary')
    label.textContent = breaks
    list.append(label)
    for (const lines of others) {
      const choice = document.createElement('button')
      choice.textContent = lines.join('\n')
      choice.addEventListener('click', () => editor.postMessage({ kind: 'broken', version, position, lines }))
      list.append(choice)
    }
    const around = page.getBoundingClientRect()
    list.style.top = `${((run.getBoundingClientRect().top - around.top) / around.height) * 100}%`
    page.append(list)
  }
}

/** The run that a place is printed in; behind its last character still. */
function runAt({ section, offset }: { section: number; offset: number }, also = ''): SVGElement | undefined {
  const runs = [...pages.querySelectorAll<SVGElement>(`[data-section="${section}"]${also}`)]
  return (
    runs.find((each) => sourceOf(each).start <= offset && offset < sourceOf(each).end) ??
    runs.findLast((each) => sourceOf(each).start <= offset && offset <= sourceOf(each).end)
  )
}

function draw(key: string, svg: string): HTMLElement {
  const page = document.createElement('section')
  page.className = 'page'
  page.dataset.key = key
  page.setAttribute('role', 'img')
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  if (parsed instanceof SVGSVGElement) page.append(document.importNode(parsed, true))
  return page
}

pages.addEventListener('click', (event) => {
  if ((event.target as Element).closest('.breaks')) return
  const page = (event.target as Element).closest('.page')
  const run = page && nearestRun(page, event.clientX, event.clientY)
  if (!run) return
  const { section, start, end } = sourceOf(run)
  const { left, width } = run.getBoundingClientRect()
  const part = width > 0 ? Math.min(1, Math.max(0, (event.clientX - left) / width)) : 0
  editor.postMessage({ kind: 'chosen', place: { section, offset: start + Math.floor(part * (end - start)) } })
})

/** A click this far from the ink still means it: about one line of a page as shown. */
const REACH = 30

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

function sourceOf({ dataset }: SVGElement): { section: number; start: number; end: number } {
  return { section: Number(dataset.section), start: Number(dataset.start), end: Number(dataset.end) }
}

/** Marks the run that the caret is in and brings it into view; where nothing is printed the mark stays. */
function showPlace(place: Extract<ToPage, { kind: 'show' }>['place']): void {
  const run = runAt(place)
  const page = run?.closest('.page')
  if (!run || !page) return
  for (const old of pages.querySelectorAll('.mark')) old.remove()
  const around = page.getBoundingClientRect()
  const ink = run.getBoundingClientRect()
  const mark = document.createElement('div')
  mark.className = 'mark'
  mark.style.left = `${((ink.left - around.left) / around.width) * 100}%`
  mark.style.top = `${((ink.top - around.top) / around.height) * 100}%`
  mark.style.width = `${(ink.width / around.width) * 100}%`
  mark.style.height = `${(ink.height / around.height) * 100}%`
  page.append(mark)
  if (ink.top < 0 || ink.bottom > window.innerHeight) mark.scrollIntoView({ block: 'center' })
}

editor.postMessage({ kind: 'ready' })
