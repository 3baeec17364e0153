import { HEAD, LETTER, TITLE_COLUMNS } from '../../standard/layout.ts'
import { SIZES } from '../../standard/sizes.ts'
import type { Mm } from '../../standard/units.ts'
import { columnsOf } from '../../text/cjk.ts'
import type { Anatomy } from '../anatomy.ts'
import type { Line } from '../line.ts'
import { measuredRow, type Requirement, type Row, toldRow, unseenRow, worstRow } from '../row.ts'
import { greatest } from '../statistics.ts'
import { aspectRows } from './aspect.ts'
import { blankLines, centreOf } from './place.ts'

const TITLE: Requirement = { requirement: 'B-1', clause: '7.3.1', element: '标题', asks: '' }

/** Title: 7.3.1, and of letters 10.1. */
export function checkTitle(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { title, separator, format } = anatomy
  const [first] = title
  if (format === '命令') return []
  if (first === undefined) return [unseenRow({ ...TITLE, asks: '2号小标宋体字，分行居中排布' })]
  const rows: Row[] = [...aspectRows(TITLE, first, { roles: ['小标宋'], size: SIZES.二号, colour: '黑' })]
  const centre = centreOf(anatomy, first.page)
  const centred = title.map((line) => ({
    at: line,
    measured: (line.left + line.right) / 2,
    expected: centre,
    tolerance: Math.max(tolerance, 1),
  }))
  rows.push(worstRow({ ...TITLE, asks: '居中排布' }, centred) as Row)
  if (separator && format === '文件')
    rows.push(
      measuredRow(
        { ...TITLE, asks: '红色分隔线下空二行' },
        {
          at: first,
          measured: first.top - separator.box.bottom,
          expected: blankLines(anatomy, HEAD.titleBlankLines),
          tolerance,
        },
      ),
    )
  if (format === '信函') rows.push(...letterTitle(anatomy, first, tolerance))
  const widest = greatest(title.map(({ text }) => columnsOf(text)))
  rows.push(
    measuredRow(
      { ...TITLE, requirement: 'B-3', ground: '推算', asks: '2号字每行至多 20 字' },
      { at: first, measured: widest, expected: [1, TITLE_COLUMNS], unit: '字', tolerance: 0 },
    ),
  )
  if (title.length > 1) rows.push(titleShape(title))
  return rows
}

/** 10.1: two lines below the last element above it. */
function letterTitle(anatomy: Anatomy, first: Line, tolerance: Mm): readonly Row[] {
  const { docNumber, secrecy, urgency, copyNumber } = anatomy
  const above = [docNumber, secrecy, urgency, copyNumber].flatMap((line) => line ?? [])
  if (above.length === 0) return []
  const bottom = greatest(above.map((line) => line.bottom))
  return [
    measuredRow(
      { ...TITLE, requirement: 'L-10', clause: '10.1', asks: '与上方最后一个要素空二行' },
      { at: first, measured: first.top - bottom, expected: blankLines(anatomy, LETTER.titleBlankLines), tolerance },
    ),
  ]
}

/** 7.3.1 asks for a trapezoid or a rhombus; whether words are torn only a reader can tell. */
function titleShape(title: readonly Line[]): Row {
  const widths = title.map(({ text }) => columnsOf(text))
  const narrowWaist = widths.some(
    (width, index) =>
      index > 0 &&
      index < widths.length - 1 &&
      width < Math.min(widths[index - 1] as number, widths[index + 1] as number),
  )
  const equal = widths.every((width) => width === widths[0])
  const what = { ...TITLE, requirement: 'B-2', asks: '回行词意完整，排列对称，呈梯形或菱形' }
  const measured = `各行 ${widths.join('、')} 字`
  if (narrowWaist) return toldRow(what, { at: title[0] as Line, measured, verdict: '偏差', note: '沙漏形' })
  return toldRow(what, {
    at: title[0] as Line,
    measured,
    verdict: '不能自动判断',
    note: equal ? '各行等长，成了长方形' : '词意是否完整要由人看',
  })
}

/** 主送机关: 7.3.2. */
export function checkAddressee(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { addressee, title, area, format } = anatomy
  const what = { requirement: 'B-5', clause: '7.3.2', element: '主送机关', asks: '' }
  const [first] = addressee
  if (first === undefined)
    return format === '文件' || format === '信函'
      ? [
          unseenRow(
            { ...what, asks: '标题下空一行，居左顶格，末尾标全角冒号' },
            '公告、通告等没有主送机关；也可能移到了版记',
          ),
        ]
      : []
  const rows: Row[] = [...aspectRows(what, first, { roles: ['仿宋'], size: SIZES.三号 })]
  rows.push(
    worstRow(
      { ...what, asks: '居左顶格，回行时仍顶格' },
      addressee.map((line) => ({
        at: line,
        measured: line.left - area.left(line.page),
        expected: 0,
        tolerance,
      })),
    ) as Row,
  )
  const above = title.at(-1)
  if (above && above.page === first.page)
    rows.push(
      measuredRow(
        { ...what, asks: '标题下空一行' },
        { at: first, measured: first.top - above.bottom, expected: blankLines(anatomy, 1), tolerance },
      ),
    )
  const last = addressee.at(-1) as Line
  rows.push(
    toldRow(
      { ...what, asks: '末尾用全角冒号' },
      { at: last, measured: last.text.slice(-1), verdict: last.text.endsWith('：') ? '符合' : '偏差' },
    ),
  )
  return rows
}
