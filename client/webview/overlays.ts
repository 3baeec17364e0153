// What lies over the pages: findings, the grid, the word on seals that are not signed yet, other ways to break a title.
import type { PreviewTitle, PrintedPlace } from '../../server/src/lsp/protocol.ts'
import type { PageTexts, ToPage } from '../src/preview/messages.ts'
import { allPages, placeOver, room, runAt, sourceOf } from './pages.ts'

type Sent = Extract<ToPage, { kind: 'pages' }>

const SVG = 'http://www.w3.org/2000/svg'

export function clear(kind: string): void {
  for (const old of room.querySelectorAll(`.${kind}`)) old.remove()
}

/** 花脸: each finding is underlined where it is printed and says on hover or focus what is wrong; choosing it leads to the text. */
export function showFindings(marks: Sent['marks'], chosen: (place: PrintedPlace) => void): void {
  clear('flag')
  if (marks.length === 0) return
  const runs = new Map<number, SVGElement[]>()
  for (const run of room.querySelectorAll<SVGElement>('[data-section]')) {
    const { section } = sourceOf(run)
    const same = runs.get(section)
    if (same) same.push(run)
    else runs.set(section, [run])
  }
  // Measured before anything is put in: each look after a change would lay out all pages again.
  const flags = marks.flatMap((mark) =>
    (runs.get(mark.section) ?? []).flatMap((run) => {
      const box = partOf(run, mark.start, mark.end)
      const page = run.closest<HTMLElement>('.page')
      return box && page ? [{ page, box, mark, third: thirdOf(page, box) }] : []
    }),
  )
  for (const { page, box, mark, third } of flags) {
    const flag = document.createElement('button')
    flag.className = `flag ${mark.severity} ${third}`
    flag.type = 'button'
    flag.setAttribute('aria-label', mark.message)
    flag.dataset.message = mark.message
    flag.addEventListener('click', () => chosen({ section: mark.section, offset: mark.start }))
    placeOver(page, flag, box)
  }
}

/** From there the sentence opens to the right, to both sides or to the left, so that it stays on the page. */
function thirdOf(page: HTMLElement, box: DOMRectReadOnly): 'left' | 'middle' | 'right' {
  const around = page.getBoundingClientRect()
  const at = (box.left + box.width / 2 - around.left) / around.width
  return at < 1 / 3 ? 'left' : at < 2 / 3 ? 'middle' : 'right'
}

/** The part of a run that prints characters of a span. */
function partOf(run: SVGElement, from: number, to: number): DOMRectReadOnly | undefined {
  const { start, end } = sourceOf(run)
  if (to <= start || from >= end || end <= start) return undefined
  const { left, top, width, height } = run.getBoundingClientRect()
  const first = (Math.max(from, start) - start) / (end - start)
  const last = (Math.min(to, end) - start) / (end - start)
  return new DOMRectReadOnly(left + first * width, top, (last - first) * width, height)
}

/** On each page once; a page that has it keeps it while it is the same grid. */
export function showGrid(sent: Sent['grid']): void {
  const name = JSON.stringify(sent)
  const bare = allPages().filter((page) => page.querySelector<SVGElement>(':scope > .grid')?.dataset.name !== name)
  if (bare.length === 0) return
  const grid = drawGrid(sent)
  grid.dataset.name = name
  for (const page of bare) {
    page.querySelector(':scope > .grid')?.remove()
    page.append(grid.cloneNode(true))
  }
}

function drawGrid({ x, y, width, height, columns, rows, pitch, character, paper }: Sent['grid']): SVGElement {
  const grid = document.createElementNS(SVG, 'svg')
  grid.setAttribute('class', 'grid')
  grid.setAttribute('viewBox', `0 0 ${paper.width} ${paper.height}`)
  grid.setAttribute('aria-hidden', 'true')
  const add = (name: string, numbers: Readonly<Record<string, number>>) => {
    const shape = document.createElementNS(SVG, name)
    for (const [attribute, value] of Object.entries(numbers)) shape.setAttribute(attribute, String(value))
    grid.append(shape)
  }
  add('rect', { x, y, width, height })
  for (let column = 1; column < columns; column++) {
    const at = x + (column * width) / columns
    add('line', { x1: at, x2: at, y1: y, y2: y + height })
  }
  for (let row = 0; row < rows; row++) {
    const top = y + row * pitch
    for (const at of [top, top + character]) add('line', { x1: x, x2: x + width, y1: at, y2: at })
  }
  return grid
}

/** What stands over something drawn; measured only when that is new, for a look at the layout has it made at once. */
const standing = { words: new Map<Element, HTMLElement>(), breaks: new Map<Element, HTMLElement>() }

function keepOnly(those: Map<Element, HTMLElement>, isWanted: (drawn: Element, over: HTMLElement) => boolean): void {
  for (const [drawn, over] of those) {
    if (drawn.isConnected && over.isConnected && isWanted(drawn, over)) continue
    over.remove()
    those.delete(drawn)
  }
}

/** A seal is drawn where it will stand; until it is signed the page says so. */
export function nameSeals({ unsigned }: PageTexts): void {
  keepOnly(standing.words, () => true)
  for (const seal of room.querySelectorAll<SVGElement>('.seal')) {
    const page = seal.closest<HTMLElement>('.page')
    if (!page || standing.words.has(seal)) continue
    const word = document.createElement('span')
    word.className = 'unsigned'
    word.textContent = unsigned
    placeOver(page, word, (seal.firstElementChild ?? seal).getBoundingClientRect())
    standing.words.set(seal, word)
  }
}

/** Beside each title a button that shows how else it may be broken. */
export function offerBreaks(
  titles: Sent['titles'],
  { breaks }: PageTexts,
  chosen: (position: PreviewTitle['position'], lines: readonly string[]) => void,
): void {
  const wanted = new Map<Element, PreviewTitle>()
  for (const title of titles) {
    const run = runAt(title.place, '[data-element="title"]')
    if (run) wanted.set(run, title)
  }
  const nameOf = (run: Element) => JSON.stringify(wanted.get(run))
  keepOnly(standing.breaks, (run, { dataset }) => dataset.name === nameOf(run))
  for (const [run, title] of wanted) {
    const page = run.closest<HTMLElement>('.page')
    if (!page || standing.breaks.has(run)) continue
    const list = listOfBreaks(title, breaks, chosen)
    list.dataset.name = nameOf(run)
    const around = page.getBoundingClientRect()
    list.style.top = `${((run.getBoundingClientRect().top - around.top) / around.height) * 100}%`
    page.append(list)
    standing.breaks.set(run, list)
  }
}

function listOfBreaks(
  { position, others }: PreviewTitle,
  name: string,
  chosen: (position: PreviewTitle['position'], lines: readonly string[]) => void,
): HTMLElement {
  const list = document.createElement('details')
  list.className = 'breaks'
  const label = document.createElement('summary')
  label.textContent = name
  list.append(label)
  for (const lines of others) {
    const choice = document.createElement('button')
    choice.type = 'button'
    choice.textContent = lines.join('\n')
    choice.addEventListener('click', () => chosen(position, lines))
    list.append(choice)
  }
  return list
}
