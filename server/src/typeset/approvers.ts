import { BODY_HEIGHT, CELL, HEAD, TYPE_AREA } from '../standard/layout.ts'
import type { Mm } from '../standard/units.ts'
import { setWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import type { DisplayItem } from './pages.ts'
import { wordStyle } from './piece.ts'
import { baselineOf } from './textRows.ts'

/** 签发人, set. */
export interface ApproverLines {
  readonly items: readonly DisplayItem[]
  /** Top of the last line, on which 发文字号 stands too. */
  readonly lastTop: Mm
}

const LABEL = '签发人：'

/**
 * 签发人 one character from the right, label 仿宋, names 楷体; several names two to a line in the organs' order, later
 * lines under the first name (GB/T 9704—2012 7.2.6).
 */
export function approverLines(job: Job, top: Mm): ApproverLines {
  const approvers = job.document.approvers
  const longest = Math.max(...approvers.map(({ value }) => [...value].length))
  const perLine = Math.min(HEAD.approversPerLine, approvers.length)
  const slot = (longest + 1) * CELL
  const right = TYPE_AREA.x + TYPE_AREA.width - CELL
  const left = right - perLine * slot + CELL
  const baseline = (line: number) => top + line * job.linePitch + baselineOf(BODY_HEIGHT)
  const label = pieceOf(job, LABEL, wordStyle('仿宋'), 'approver')
  const items: DisplayItem[] = [...setWord(job, label, { right: left }, baseline(0))]
  approvers.forEach((approver, index) => {
    const line = Math.floor(index / perLine)
    const name = { ...pieceOf(job, approver.value, wordStyle('楷体'), 'approver', approver.at), whole: true }
    items.push(...setWord(job, name, { left: left + (index % perLine) * slot }, baseline(line)))
  })
  const lines = Math.ceil(approvers.length / perLine)
  return { items, lastTop: top + (lines - 1) * job.linePitch }
}
