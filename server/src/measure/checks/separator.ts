import type { Bar } from '../../pdf/content/marks.ts'
import { HEAD, RED_LINE_WEIGHTS, TYPE_AREA } from '../../standard/layout.ts'
import type { Mm } from '../../standard/units.ts'
import type { Anatomy } from '../anatomy.ts'
import { lengthOf } from '../bars.ts'
import { isRed, type Line } from '../line.ts'
import { measuredRow, type Place, type Requirement, type Row, toldRow, unseenRow, unsureOf } from '../row.ts'
import { centreOf } from './place.ts'

const SEPARATOR: Requirement = { requirement: 'H-20', clause: '7.2.7', element: '红色分隔线', asks: '' }

/** The red line under 发文字号: 7.2.7. */
export function checkSeparator(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { separator, docNumber, format } = anatomy
  if (format !== '文件') return []
  if (separator === undefined) return [unseenRow({ ...SEPARATOR, asks: '发文字号之下 4 mm 处居中，与版心等宽' })]
  const at: Place = { page: 1, box: separator.box }
  const look = {
    measured: separator.colour?.stated ?? '图案',
    verdict: isRed(separator.colour) ? '符合' : '偏差',
  } as const
  return [
    ...(docNumber ? [below(separator, docNumber, tolerance)] : []),
    measuredRow(
      { ...SEPARATOR, asks: '与版心等宽，156 mm' },
      { at, measured: lengthOf(separator), expected: TYPE_AREA.width, tolerance },
    ),
    measuredRow(
      { ...SEPARATOR, asks: '居中' },
      { at, measured: (separator.box.left + separator.box.right) / 2, expected: centreOf(anatomy, 1), tolerance },
    ),
    measuredRow(
      { ...SEPARATOR, requirement: 'H-21', ground: '实务', asks: '标准没有规定粗细，通常 0.35 至 0.5 mm' },
      { at, measured: separator.weight, expected: RED_LINE_WEIGHTS, tolerance: 0.01 },
    ),
    toldRow({ ...SEPARATOR, asks: '红色' }, { at, ...look }),
  ]
}

/** From the ink of the number or from the square of its characters: the standard does not say which. */
function below(separator: Bar, docNumber: Line, tolerance: Mm): Row {
  const gap = separator.box.top - docNumber.ink.bottom
  const square = Math.max(0, docNumber.bottom - docNumber.ink.bottom)
  return measuredRow(
    { ...SEPARATOR, asks: '发文字号之下 4 mm' },
    {
      at: { page: 1, box: separator.box },
      measured: gap,
      // Nor whether the upper edge of the line or its middle counts.
      expected: [HEAD.redLineGap - separator.weight / 2, HEAD.redLineGap + square],
      tolerance,
      unsure: unsureOf(docNumber),
      mistake: gap < 0 ? '红线排在发文字号之上是常见的误用，应在发文字号之下' : undefined,
    },
  )
}
