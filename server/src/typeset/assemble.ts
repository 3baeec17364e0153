import type { LayoutFacts, SourceRef } from '../model/layoutFacts.ts'
import { PAGE_NUMBER, PAPER, TYPE_AREA, TYPE_AREA_BOTTOM, VERSO_LEFT } from '../standard/layout.ts'
import { type Mm, ptToMm, type Rect } from '../standard/units.ts'
import type { Imprint } from './imprint.ts'
import { runWidth, setWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import { pageKey } from './pageKey.ts'
import type { DisplayItem, Layout, Page, Run, SealPlace } from './pages.ts'
import type { PlacedRow, Sheet } from './paginate.ts'
import { freeStyle } from './piece.ts'
import type { LooseSeal, Mark } from './row.ts'
import { baselineOf } from './textRows.ts'

type FactElement = LayoutFacts['elements'][number]

/** Everything that is drawn, before it is numbered. */
export interface Draft {
  readonly sheets: readonly Sheet[]
  readonly head: readonly DisplayItem[]
  /** Stands on the last pages. */
  readonly imprint: Imprint
  /** Pages without a printed number (7.5, 10.1). */
  readonly unnumbered: ReadonlySet<number>
}

/** Pages with their items, structure, page numbers and keys, and what is known of them. */
export function assemble(
  job: Job,
  draft: Draft,
): Omit<Layout, 'facts'> & { readonly elements: readonly FactElement[] } {
  const elements: FactElement[] = []
  const outline: Layout['outline'][number][] = []
  const seals: SealPlace[] = []
  const imprintFrom = draft.sheets.length - draft.imprint.length
  draft.sheets.forEach((sheet, index) => {
    for (const { row } of sheet.rows) if (row.outline?.key) job.headingPages.set(row.outline.key, index)
  })
  const ids = new Map<object, number>()
  const pages = draft.sheets.map((sheet, index): Page => {
    const frame: Frame = { left: leftOf(job, index), turned: sheet.turned }
    const items: DisplayItem[] = []
    const structure: { tag: string; items: number[]; id: number }[] = []
    const add: Add = (tag, drawn, open, of) => {
      const id = ids.get(of) ?? ids.size
      ids.set(of, id)
      const indices = drawn.map((_, offset) => items.length + offset)
      for (const item of drawn) items.push(item)
      const entry = structure.at(-1)
      if (open && entry) for (const index of indices) entry.items.push(index)
      else if (indices.length > 0) structure.push({ tag, items: indices, id })
    }
    if (index === 0) addLoose(job, draft.head, index, add, elements)
    let block: object | undefined
    for (const placed of sheet.rows) {
      add(placed.row.tag, drawRow(frame, placed), placed.row.block === block, placed.row.block)
      addMarks(frame, placed, index, placed.row.block === block, elements)
      block = placed.row.block
      const { outline: entry } = placed.row
      if (entry) {
        const y = sheet.turned ? TYPE_AREA.y : placed.y
        outline.push({ title: entry.title, level: entry.level, page: index, y })
      }
      for (const seal of placed.row.seals?.(frame.left, frameTop(frame, placed)) ?? []) {
        seals.push(named(seal, seals.length + 1, index))
      }
    }
    const imprint = draft.imprint[index - imprintFrom]
    if (imprint) addLoose(job, imprint.draw(frame.left), index, add, elements)
    const number = draft.unnumbered.has(index) ? null : index + 1
    if (number !== null) items.push(...pageNumber(job, number, frame.left))
    return { key: pageKey(items), number, width: PAPER.width, height: PAPER.height, items, structure }
  })
  return { pages, seals, outline, elements }
}

/** Where the rows of a page stand. */
interface Frame {
  /** Left edge of the type area. */
  readonly left: Mm
  readonly turned: boolean
}

/** Back sides have their binding edge at the right when printed so (5.2.1, 6.2). */
function leftOf({ document }: Job, index: number): Mm {
  return document.profile.layout.mirrored && index % 2 === 1 ? VERSO_LEFT : TYPE_AREA.x
}

function frameTop(frame: Frame, placed: PlacedRow): Mm {
  return frame.turned ? TYPE_AREA_BOTTOM + placed.y : placed.y
}

function drawRow(frame: Frame, placed: PlacedRow): readonly DisplayItem[] {
  const drawn = placed.row.draw(frame.left, frameTop(frame, placed))
  if (!frame.turned || drawn.length === 0) return drawn
  return [{ kind: 'turned', about: { x: frame.left, y: TYPE_AREA_BOTTOM }, degrees: 90, items: drawn }]
}

function named(seal: LooseSeal, ordinal: number, page: number): SealPlace {
  return { ...seal, field: `HongtouSeal${ordinal}`, page }
}

/** Marks of one block on one page are joined, so that a paragraph has one rectangle a page. */
function addMarks(frame: Frame, placed: PlacedRow, page: number, joined: boolean, elements: FactElement[]): void {
  for (const mark of placed.row.marks) {
    const rect = onPage(frame, placed, mark)
    const before = elements.at(-1)
    if (joined && placed.row.marks.length === 1 && before?.page === page && before.element === mark.element) {
      elements[elements.length - 1] = { ...before, rect: union(before.rect, rect) }
    } else {
      elements.push({ element: mark.element, page, rect, ...(mark.source ? { source: mark.source } : {}) })
    }
  }
}

function onPage({ left, turned }: Frame, placed: PlacedRow, { rect }: Mark): Rect {
  if (!turned) return { ...rect, x: left + rect.x, y: placed.y + rect.y }
  const x = left + placed.y + rect.y
  const y = TYPE_AREA_BOTTOM - rect.x - rect.width
  return { x, y, width: rect.height, height: rect.width }
}

function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  const right = Math.max(a.x + a.width, b.x + b.width)
  const bottom = Math.max(a.y + a.height, b.y + b.height)
  return { x, y, width: right - x, height: bottom - y }
}

/** @param of what the drawn is a part of: the same on two pages for a paragraph that is parted */
type Add = (tag: string, drawn: readonly DisplayItem[], open: boolean, of: object) => void

/** Items without a row: runs of one element are one paragraph; lines are no content. */
function addLoose(job: Job, items: readonly DisplayItem[], page: number, add: Add, elements: FactElement[]): void {
  const groups = new Map<string, Exclude<DisplayItem, { kind: 'image' | 'turned' }>[]>()
  for (const item of items) {
    if (item.kind === 'image' || item.kind === 'turned') continue
    const group = groups.get(item.element)
    if (group) group.push(item)
    else groups.set(item.element, [item])
  }
  for (const [element, group] of groups) {
    const text = group.some((item) => item.kind === 'run')
    add(text ? 'P' : 'Artifact', group, false, group)
    const source = group.map(sourceOf).find((each) => each !== undefined)
    const rect = group.map((item) => extent(job, item)).reduce(union)
    elements.push({ element, page, rect, ...(source ? { source } : {}) })
  }
}

function sourceOf(item: DisplayItem): SourceRef | undefined {
  return item.kind === 'run' || item.kind === 'image' ? item.source : undefined
}

function extent(job: Job, item: DisplayItem): Rect {
  if (item.kind === 'run') {
    const width = runWidth(job, item)
    const height = ptToMm(item.size)
    return { x: item.x, y: item.baseline - baselineOf(height), width, height }
  }
  if (item.kind === 'line') {
    return { x: item.x1, y: item.y1, width: item.x2 - item.x1, height: item.y2 - item.y1 }
  }
  return { x: 0, y: 0, width: 0, height: 0 }
}

/** “— 1 —” in 4号宋体, its dashes 7 mm below the type area; odd pages right, even pages left, one character in (7.5). */
function pageNumber(job: Job, number: number, left: Mm): readonly Run[] {
  const style = freeStyle('宋体', PAGE_NUMBER.size)
  const piece = pieceOf(job, `— ${number} —`, style, 'pageNumber')
  const side = ptToMm(PAGE_NUMBER.size) * PAGE_NUMBER.sideCells
  const odd = number % 2 === 1
  const across = odd ? { right: left + TYPE_AREA.width - side } : { left: left + side }
  const runs = setWord(job, piece, across, 0)
  const dash = runs[0]
  const ink = dash ? job.faces.ink(dash.face, '—') : undefined
  const top = ptToMm(((ink?.top ?? 400) / 1000) * PAGE_NUMBER.size)
  return runs.map((run) => ({ ...run, baseline: TYPE_AREA_BOTTOM + PAGE_NUMBER.gap + top }))
}
