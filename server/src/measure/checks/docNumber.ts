import { CELL, HEAD, LETTER, ORDER } from '../../standard/layout.ts'
import { SIZES } from '../../standard/sizes.ts'
import type { Mm } from '../../standard/units.ts'
import type { Anatomy } from '../anatomy.ts'
import type { Line } from '../line.ts'
import { measuredRow, type Requirement, type Row, toldRow, unseenRow } from '../row.ts'
import { greatest } from '../statistics.ts'
import { aspectRows } from './aspect.ts'
import { blankLines, centreRow, markUnsure } from './place.ts'

const NUMBER: Requirement = { requirement: 'H-14', clause: '7.2.5', element: '发文字号', asks: '' }

/** 发文字号 and 令号: 7.2.5, 10.1, 10.2. */
export function checkNumber(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { docNumber, format } = anatomy
  if (format === '命令') return orderNumberRows(anatomy, tolerance)
  if (docNumber === undefined)
    return format === '纪要' ? [] : [unseenRow({ ...NUMBER, asks: '机关代字、年份、发文顺序号' })]
  return [
    ...aspectRows({ ...NUMBER, requirement: 'H-15' }, docNumber, { roles: ['仿宋'], size: SIZES.三号, colour: '黑' }),
    spelling(docNumber),
    ...(format === '信函' ? letterPlace(anatomy, docNumber, tolerance) : generalPlace(anatomy, docNumber, tolerance)),
  ]
}

function spelling(docNumber: Line): Row {
  const well = /〔\d{4}〕\s*[1-9]\d*号$/.test(docNumber.text)
  return toldRow(
    { ...NUMBER, requirement: 'H-15', asks: '年份用六角括号“〔〕”，顺序号不加“第”、不编虚位' },
    { at: docNumber, measured: docNumber.text, verdict: well ? '符合' : '偏差' },
  )
}

/** 10.1: at the right edge, below the first double line. */
function letterPlace({ area, redBars }: Anatomy, at: Line, tolerance: Mm): readonly Row[] {
  const what = { ...NUMBER, requirement: 'L-9', clause: '10.1' }
  const above = redBars.filter(({ box }) => box.top < at.top).map(({ box }) => box.bottom)
  const edge = { at, measured: at.right, expected: area.right(1), tolerance }
  const gap = { at, measured: at.top - greatest(above), expected: LETTER.textGap, tolerance }
  return [
    measuredRow({ ...what, asks: '顶格居版心右边缘' }, edge),
    ...(above.length > 0 ? [measuredRow({ ...what, asks: '距第一条红色双线 3号汉字高度的 7/8' }, gap)] : []),
  ]
}

function generalPlace(anatomy: Anatomy, docNumber: Line, tolerance: Mm): readonly Row[] {
  const { mark, approvers, area } = anatomy
  // Of several lines with 签发人, the first stands two blank lines below the mark.
  const [first = docNumber] = approvers
  const side = { at: docNumber, measured: docNumber.left - area.left(1), expected: CELL, tolerance }
  return [
    approvers.length > 0
      ? measuredRow({ ...NUMBER, requirement: 'H-16', asks: '上行文居左空一字' }, side)
      : centreRow(anatomy, NUMBER, docNumber, tolerance),
    ...(mark ? [belowMark(anatomy, { ...NUMBER, asks: '发文机关标志下空二行' }, first, tolerance)] : []),
  ]
}

function belowMark(anatomy: Anatomy, what: Requirement, at: Line, tolerance: Mm): Row {
  const mark = anatomy.mark as NonNullable<Anatomy['mark']>
  return measuredRow(what, {
    at,
    measured: at.top - mark.ink.bottom,
    expected: blankLines(anatomy, HEAD.numberBlankLines),
    tolerance,
    unsure: markUnsure(mark),
  })
}

function orderNumberRows(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const what = { requirement: 'O-2', clause: '10.2', element: '令号', asks: '标志下空二行' }
  const { orderNumber: line, mark, body } = anatomy
  if (line === undefined) return [unseenRow(what)]
  const [text] = body
  const start = { requirement: 'O-3', clause: '10.2', element: '正文', asks: '令号下空二行' }
  return [
    centreRow(anatomy, what, line, tolerance),
    ...(mark ? [belowMark(anatomy, what, line, tolerance)] : []),
    ...(text
      ? [
          measuredRow(start, {
            at: text,
            measured: text.top - line.bottom,
            expected: blankLines(anatomy, ORDER.bodyBlankLines),
            tolerance,
          }),
        ]
      : []),
  ]
}

/** 签发人: 7.2.6. */
export function checkApprovers({ approvers, docNumber, area }: Anatomy, tolerance: Mm): readonly Row[] {
  const [label] = approvers
  const last = approvers.at(-1)
  if (label === undefined || last === undefined) return []
  const what = { requirement: 'H-17', clause: '7.2.6', element: '签发人', asks: '居右空一字' }
  const right = greatest(approvers.map((line) => line.right))
  const rows = [measuredRow(what, { at: label, measured: area.right(1) - right, expected: CELL, tolerance })]
  if (docNumber === undefined) return rows
  const off = docNumber.baseline - last.baseline
  const mistake = '签发人另占一行是常见的误用'
  const level = { ...what, requirement: 'H-16', asks: '发文字号与最后一个签发人在同一行' }
  return [...rows, measuredRow(level, { at: last, measured: off, expected: 0, tolerance, mistake })]
}
