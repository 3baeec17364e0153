import { BODY_HEIGHT, CELL, HEAD, TYPE_AREA } from '../standard/layout.ts'
import { type Mm, mmToPt } from '../standard/units.ts'
import { columnsOf } from '../text/cjk.ts'
import { fitWord, setWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import type { DisplayItem, Run } from './pages.ts'
import { wordStyle } from './piece.ts'
import { baselineOf } from './textRows.ts'

/** 签发人, set. */
export interface ApproverLines {
  readonly items: readonly DisplayItem[]
  /** Left edge of the label. */
  readonly left: Mm
  /** Top of the last line, on which 发文字号 stands too. */
  readonly lastTop: Mm
}

const LABEL = '签发人：'
const LABEL_CELLS = 4
/** Blank between two names of a line. */
const GAP_CELLS = 1
/** Practice: among longer names, one of two characters is spread to three. */
const SPREAD_CELLS = 3
/** The names leave at least this much of the line to 发文字号. */
const NUMBER_CELLS = 10

/**
 * 签发人 one character from the right, label 仿宋, names 楷体; several names two to a line in the organs' order, later
 * lines under the first name (GB/T 9704—2012 7.2.6).
 */
export function approverLines(job: Job, top: Mm): ApproverLines {
  const approvers = job.document.approvers
  const names = approvers.map(({ value }) => value)
  const spread = names.length > 1 && names.some((name) => columnsOf(name) >= SPREAD_CELLS)
  const cells = names.map((name) => (spread ? Math.max(SPREAD_CELLS, columnsOf(name)) : columnsOf(name)))
  const columns = columnWidths(cells)
  const right = TYPE_AREA.x + TYPE_AREA.width - CELL
  const left = right - columns.reduce((sum, width) => sum + width + GAP_CELLS, -GAP_CELLS) * CELL
  const starts = columns.map(
    (_, index) => left + columns.slice(0, index).reduce((sum, width) => sum + (width + GAP_CELLS) * CELL, 0),
  )
  const baseline = (line: number) => top + line * job.linePitch + baselineOf(BODY_HEIGHT)
  const label = pieceOf(job, LABEL, wordStyle('仿宋'), 'approver')
  const items: DisplayItem[] = [...setWord(job, label, { right: left }, baseline(0))]
  approvers.forEach((approver, index) => {
    const [line, column] = [Math.floor(index / columns.length), index % columns.length]
    const name = { ...pieceOf(job, approver.value, wordStyle('楷体'), 'approver', approver.at), whole: true }
    const room = (columns[column] as number) * CELL
    const runs = fitWord(job, name, { left: starts[column] as Mm }, baseline(line), room + CELL / 2)
    items.push(...(spread && columnsOf(approver.value) === 2 ? spreadName(runs) : runs))
  })
  const lines = Math.ceil(approvers.length / columns.length)
  return { items, left: left - LABEL_CELLS * CELL, lastTop: top + (lines - 1) * job.linePitch }
}

/** Widths of the columns of names in cells: two columns, or one where names are too long for two. */
function columnWidths(cells: readonly number[]): readonly number[] {
  const room = TYPE_AREA.width / CELL - 1 - LABEL_CELLS - NUMBER_CELLS
  const count = Math.min(HEAD.approversPerLine, cells.length)
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...cells.filter((_, index) => index % count === column)),
  )
  const total = widths.reduce((sum, width) => sum + width, GAP_CELLS * (count - 1))
  return total <= room ? widths : [Math.min(room, Math.max(...cells))]
}

/** Two characters as wide as three. */
function spreadName(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => ({ ...run, pitch: run.pitch + mmToPt(CELL) }))
}
