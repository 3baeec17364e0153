import type { LayoutFacts, SourceRef } from '../model/layoutFacts.ts'
import { PAGE_NUMBER, TYPE_AREA, TYPE_AREA_BOTTOM, VERSO_LEFT } from '../standard/layout.ts'
import { type Mm, ptToMm, type Rect } from '../standard/units.ts'
import { runWidth, setWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import { pageKey } from './pageKey.ts'
import type { DisplayItem, Layout, Page, Run } from './pages.ts'
import type { PlacedRow, Sheet } from './paginate.ts'
import { freeStyle } from './piece.ts'
import type { LooseSeal, Mark, Row } from './row.ts'
import { baselineOf } from './textRows.ts'

type FactElement = LayoutFacts['elements'][number]

/** A page by itself: what its parts are is told by objects, for their numbers are the document's. */
export interface LaidPage extends Pick<Page, 'key' | 'number' | 'items'> {
  readonly structure: readonly { readonly tag: string; readonly items: readonly number[]; readonly of: object }[]
  readonly elements: readonly FactElement[]
  readonly outline: Layout['outline']
  readonly seals: readonly LooseSeal[]
}

/** What of a page does not come from the flow of its rows. */
export interface Fixed {
  /** 0-based. */
  readonly index: number
  /** As printed. */
  readonly number: number | null
  readonly head: readonly DisplayItem[]
  /** Draws 版记 with the left edge of the type area at `x`. */
  readonly imprint: ((x: Mm) => readonly DisplayItem[]) | undefined
}

/** A page as it was laid, and the sheet that it was made of. */
interface Kept {
  readonly rows: readonly PlacedRow[]
  readonly left: Mm
  readonly laid: LaidPage
  readonly index: number
}

const keptByRow = new WeakMap<Row, Kept>()

/** Lays a page; one on which nothing has moved or changed since it was laid last is not laid again. */
export function layPage(job: Job, sheet: Sheet, fixed: Fixed): LaidPage {
  const first = sheet.rows[0]?.row
  const plain = fixed.head.length === 0 && fixed.imprint === undefined
  if (!first || !plain) return layAfresh(job, sheet, fixed)
  const left = leftOf(job, fixed.index)
  const known = keptByRow.get(first)
  if (known && known.left === left && known.index === fixed.index && known.laid.number === fixed.number) {
    if (areSame(known.rows, sheet.rows)) return known.laid
  }
  const laid = layAfresh(job, sheet, fixed)
  keptByRow.set(first, { rows: sheet.rows.map(({ row, y }) => ({ row, y })), left, laid, index: fixed.index })
  return laid
}

function areSame(a: readonly PlacedRow[], b: readonly PlacedRow[]): boolean {
  return a.length === b.length && a.every(({ row, y }, index) => row === b[index]?.row && y === b[index]?.y)
}

function layAfresh(job: Job, sheet: Sheet, { index, number, head, imprint }: Fixed): LaidPage {
  const frame: Frame = { left: leftOf(job, index), turned: sheet.turned }
  const items: DisplayItem[] = []
  const structure: { tag: string; items: number[]; of: object }[] = []
  const elements: FactElement[] = []
  const outline: Layout['outline'][number][] = []
  const seals: LooseSeal[] = []
  const add: Add = (tag, drawn, of) => {
    const last = structure.at(-1)
    const indices = last?.of === of ? last.items : []
    for (const item of drawn) indices.push(items.push(item) - 1)
    if (indices.length > 0 && indices !== last?.items) structure.push({ tag, items: indices, of })
  }
  addLoose(job, head, index, add, elements)
  let block: object | undefined
  for (const [nth, placed] of sheet.rows.entries()) {
    const { row, y } = placed
    const ends = sheet.rows[nth + 1]?.row.block !== row.block
    add(row.tag, drawRow(frame, placed, row.block !== block, ends), row.block)
    addMarks(frame, placed, index, row.block === block, elements)
    block = row.block
    if (row.outline) {
      const { title, level } = row.outline
      outline.push({ title, level, page: index, y: sheet.turned ? TYPE_AREA.y : y })
    }
    if (row.seals) seals.push(...row.seals(frame.left, frameTop(frame, placed)))
  }
  if (imprint) addLoose(job, imprint(frame.left), index, add, elements)
  if (number !== null) items.push(...pageNumber(job, number, frame.left))
  return { key: pageKey(items), number, items, structure, elements, outline, seals }
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

/** @param opens whether the row is the first of its block on the page; @param ends whether it is the last */
function drawRow(frame: Frame, placed: PlacedRow, opens: boolean, ends: boolean): readonly DisplayItem[] {
  const { row } = placed
  const [x, y] = [frame.left, frameTop(frame, placed)]
  const [before, after] = [opens ? row.opens?.(x, y) : undefined, ends ? row.closes?.(x, y) : undefined]
  const drawn = before || after ? [...(before ?? []), ...row.draw(x, y), ...(after ?? [])] : row.draw(x, y)
  if (!frame.turned || drawn.length === 0) return drawn
  return [{ kind: 'turned', about: { x: frame.left, y: TYPE_AREA_BOTTOM }, degrees: 90, items: drawn }]
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
type Add = (tag: string, drawn: readonly DisplayItem[], of: object) => void

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
    add(text ? 'P' : 'Artifact', group, group)
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
