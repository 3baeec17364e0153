import type { LayoutFacts } from '../model/layoutFacts.ts'
import { LINE_PITCH_RANGE, TURNED, TYPE_AREA, TYPE_AREA_BOTTOM } from '../standard/layout.ts'
import type { Mm } from '../standard/units.ts'
import { type Flow, type Row, reachOf } from './row.ts'

/** A row with its top: from the top of the paper, on turned pages from the head of the turned type area. */
export interface PlacedRow {
  readonly row: Row
  y: Mm
}

/** A page while rows are put on it. */
export interface Sheet {
  readonly turned: boolean
  readonly top: Mm
  readonly bottom: Mm
  readonly rows: PlacedRow[]
}

/** Where the text of the first page stands. */
export interface FirstPage {
  readonly bodyTop: Mm
  readonly bodyBottom: Mm
}

export interface Sheets {
  readonly sheets: readonly Sheet[]
  readonly adjusted: LayoutFacts['adjusted']
  /** Whether the first page gave its last line to the signature on the second: its headings stand for the text then. */
  readonly gaveLine: boolean
}

const TOLERANCE: Mm = 0.06

/** Fills pages with rows from top to bottom. */
export function paginate(flows: readonly Flow[], first: FirstPage, linePitch: Mm): Sheets {
  const sheets: Sheet[] = [{ turned: false, top: first.bodyTop, bottom: first.bodyBottom, rows: [] }]
  const adjusted: LayoutFacts['adjusted'][number][] = []
  let gaveLine = false
  const current = () => sheets.at(-1) as Sheet
  const open = (turned: boolean) => {
    const upright = { turned, top: TYPE_AREA.y, bottom: TYPE_AREA_BOTTOM, rows: [] }
    sheets.push(turned ? { turned, top: 0, bottom: TURNED.height, rows: [] } : upright)
  }
  const note = (change: Mm | undefined) => {
    if (change === undefined) return
    adjusted.push({ what: 'linePitch', page: sheets.length - 1, from: linePitch, to: linePitch + change })
  }
  for (const { turned, rows } of flows) {
    if (turned !== current().turned) open(turned)
    for (const row of rows) {
      if (row.newPage && current().rows.length > 0) open(turned)
      if (put(current(), row)) continue
      if (row.needsText) {
        const squeezed = squeezeIn(current(), row, linePitch)
        note(squeezed)
        if (squeezed !== undefined) continue
      }
      const carried = carry(current(), row)
      if (carried.length > 0 && row.needsText) {
        gaveLine ||= sheets.length === 1
        note(stretch(current(), linePitch))
      }
      open(turned)
      for (const each of (carried[0] ?? row).repeat ?? []) put(current(), each)
      for (const each of [...carried, row]) place(current(), each)
    }
  }
  return { sheets, adjusted, gaveLine }
}

/** Top of the row that follows on a sheet. */
function nextTop(sheet: Sheet, row: Row): Mm {
  const last = sheet.rows.at(-1)
  return last ? last.y + last.row.height + last.row.after + row.before : sheet.top
}

function place(sheet: Sheet, row: Row): void {
  sheet.rows.push({ row, y: nextTop(sheet, row) })
}

/** Without a head above the text. */
function isPlain(sheet: Sheet): boolean {
  return sheet.top <= TYPE_AREA.y
}

/** A row higher than the page is put on an empty one all the same: nothing is lost, nothing loops. */
function put(sheet: Sheet, row: Row): boolean {
  const y = nextTop(sheet, row)
  if (y + reachOf(row) > sheet.bottom + TOLERANCE && !(isPlain(sheet) && sheet.rows.length === 0)) return false
  sheet.rows.push({ row, y })
  return true
}

/**
 * Takes from the end of the sheet what must stay with the next row: the headings above it; before a signature the last
 * line of the text with its own. Of headings that are too many the nearest goes along, or none; nothing is taken that
 * would empty the sheet or not fit on the next one.
 */
function carry(sheet: Sheet, next: Row): readonly Row[] {
  const rows = sheet.rows.map(({ row }) => row)
  const wanted = next.needsText ? lastOfText(rows) : rows.length
  let chain = wanted
  while (chain > 0 && rows[chain - 1]?.keepNext) chain -= 1
  // A chain that begins below a head is title and 主送: they stay.
  const choices = next.needsText || isPlain(sheet) ? [chain, Math.max(chain, wanted - 1), wanted] : [chain]
  const from = choices.find((index) => mayPart(sheet, rows, index, next) && fitTogether(sheet, rows.slice(index), next))
  return sheet.rows.splice(from ?? rows.length).map(({ row }) => row)
}

/** The last line of the text; where the page has none, the last heading. */
function lastOfText(rows: readonly Row[]): number {
  const line = rows.findLastIndex(({ text }) => text)
  return line < 0 ? rows.findLastIndex(({ heading }) => heading) : line
}

/** Whether enough stays on the sheet: on the first page text, if it is a signature that asks for more (7.3.3). */
function mayPart(sheet: Sheet, rows: readonly Row[], index: number, next: Row): boolean {
  if (index <= 0) return false
  return isPlain(sheet) || !next.needsText || lastOfText(rows.slice(0, index)) >= 0
}

/** Whether the rows fit on a page of their own, with what is drawn again above them. */
function fitTogether(sheet: Sheet, rows: readonly Row[], next: Row): boolean {
  const all = [...rows, next]
  const fresh: Sheet = { ...sheet, top: 0, bottom: sheet.turned ? TURNED.height : TYPE_AREA.height, rows: [] }
  for (const row of [...(all[0]?.repeat ?? []), ...all]) if (!put(fresh, row)) return false
  return true
}

/** Draws the lines of a sheet together so that one more row fits; undefined when 28 pt would not be enough (7.3.5.5). */
function squeezeIn(sheet: Sheet, row: Row, linePitch: Mm): Mm | undefined {
  const over = nextTop(sheet, row) + reachOf(row) - sheet.bottom
  const change = -over / sheet.rows.length
  if (!sheet.rows.some((placed) => placed.row.text) || linePitch + change < LINE_PITCH_RANGE.least) return undefined
  place(sheet, row)
  move(sheet, change)
  return change
}

/** How much the lines of a page are drawn together for 版记, at most: nobody sees it. */
const UNSEEN: Mm = 0.2

/** Draws the lines of the last sheet together by `over` in all; undefined where that would be seen, or below 28 pt. */
export function drawTogether(sheet: Sheet, over: Mm, linePitch: Mm): Mm | undefined {
  const change = -over / Math.max(1, sheet.rows.length - 1)
  if (-change > UNSEEN || linePitch + change < LINE_PITCH_RANGE.least) return undefined
  move(sheet, change)
  return change
}

/** Draws the lines apart so that they fill a sheet; not where that would take more than 31 pt, for the blank would stay. */
function stretch(sheet: Sheet, linePitch: Mm): Mm | undefined {
  const last = sheet.rows.at(-1)
  if (!last || sheet.rows.length < 2) return undefined
  const blank = sheet.bottom - last.y - reachOf(last.row)
  const change = blank / (sheet.rows.length - 1)
  if (change <= 0 || linePitch + change > LINE_PITCH_RANGE.most) return undefined
  move(sheet, change)
  return change
}

function move(sheet: Sheet, change: Mm): void {
  sheet.rows.forEach((placed, index) => {
    placed.y += index * change
  })
}
