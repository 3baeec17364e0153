import { TYPE_AREA } from '../../standard/layout.ts'
import { SIZES } from '../../standard/sizes.ts'
import { type Mm, ptToMm } from '../../standard/units.ts'
import type { Anatomy } from '../anatomy.ts'
import type { Line } from '../line.ts'
import { measuredRow, type Requirement, type Row, toldRow } from '../row.ts'
import { aspectRows, sizeRow } from './aspect.ts'

/** 份号, 密级和保密期限, 紧急程度: 7.2.1 to 7.2.3. */
export function checkCorner(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { copyNumber, secrecy, urgency } = anatomy
  const urgencyLine = secrecy ? 3 : copyNumber ? 2 : 1
  return [
    ...(copyNumber ? copyNumberRows(anatomy, copyNumber, tolerance) : []),
    ...(secrecy ? secrecyRows(anatomy, secrecy, tolerance) : []),
    ...(urgency ? urgencyRows(anatomy, urgency, urgencyLine, tolerance) : []),
  ]
}

function copyNumberRows(anatomy: Anatomy, at: Line, tolerance: Mm): readonly Row[] {
  const what = { requirement: 'H-1', clause: '7.2.1', element: '份号', asks: '一般 6 位阿拉伯数字' }
  const measured = at.text.replace(/\D/g, '').length
  return [
    ...placeRows(anatomy, what, at, 1, tolerance),
    sizeRow(what, at, SIZES.三号),
    measuredRow(what, { at, measured, expected: 6, unit: '位', tolerance: 0 }),
  ]
}

function secrecyRows(anatomy: Anatomy, at: Line, tolerance: Mm): readonly Row[] {
  const what = { requirement: 'H-2', clause: '7.2.2', element: '密级和保密期限', asks: '' }
  const spaced = /\s/.test(at.text)
  return [
    ...placeRows(anatomy, what, at, 2, tolerance),
    ...aspectRows(what, at, { roles: ['黑体'], size: SIZES.三号 }),
    toldRow(
      { ...what, requirement: 'H-3', asks: '密级、“★”和期限之间不空格' },
      {
        at,
        measured: at.text,
        verdict: spaced ? '偏差' : '符合',
        note: spaced ? '字间空一字是 1999 年版的做法' : undefined,
      },
    ),
  ]
}

function urgencyRows(anatomy: Anatomy, at: Line, line: number, tolerance: Mm): readonly Row[] {
  const what = { requirement: 'H-4', clause: '7.2.3', element: '紧急程度', asks: '' }
  return [
    ...placeRows(anatomy, what, at, line, tolerance),
    ...aspectRows(what, at, { roles: ['黑体'], size: SIZES.三号 }),
  ]
}

/** @param line counted from 1; in a letter the elements stand below the double line instead (10.1) */
function placeRows(
  { area, format }: Anatomy,
  what: Requirement,
  at: Line,
  line: number,
  tolerance: Mm,
): readonly Row[] {
  const early = at.left > TYPE_AREA.x + TYPE_AREA.width / 2 ? '排在右上角是 1999 年版的做法' : undefined
  const rows = [
    measuredRow(
      { ...what, asks: '顶格编排在版心左上角' },
      { at, measured: at.left, expected: area.left(1), tolerance, mistake: early },
    ),
  ]
  if (format === '信函') return rows
  const top = TYPE_AREA.y + (line - 1) * area.blankPitch
  // Programs that carry half the leading above a line begin that much lower.
  const half = Math.max(0, area.blankPitch - ptToMm(area.bodySize)) / 2
  const found = { at, measured: at.top, expected: [top, top + half] as const, tolerance: Math.max(tolerance, 1) }
  return [...rows, measuredRow({ ...what, asks: `版心第 ${line} 行` }, found)]
}
