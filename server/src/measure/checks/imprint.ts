import { CELL, IMPRINT, TYPE_AREA, TYPE_AREA_BOTTOM } from '../../standard/layout.ts'
import { type Mm, ptToMm } from '../../standard/units.ts'
import type { Anatomy } from '../anatomy.ts'
import { lengthOf, middle } from '../bars.ts'
import type { Imprint } from '../imprint.ts'
import type { Line } from '../line.ts'
import { measuredRow, type Place, type Requirement, type Row, toldRow, unseenRow } from '../row.ts'
import { aspectRows } from './aspect.ts'

/** The standard does not say whether 空一字 in 版记 means its own 4号 characters or those of the text. */
export const ONE_CHARACTER: readonly [Mm, Mm] = [ptToMm(IMPRINT.size), CELL]

/** 版记: 7.4, and of letters 10.1. */
export function checkImprint(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { imprint, format, area } = anatomy
  const what: Requirement = { requirement: 'C-2', clause: '7.4', element: '版记', asks: '' }
  if (imprint === undefined) return [unseenRow({ ...what, asks: '抄送机关、印发机关和印发日期，在最后一面的版心下缘' })]
  const { page, lists, printer, printDate } = imprint
  const rows: Row[] = [
    ...(format === '信函' ? letterImprint(imprint) : checkBars(imprint, tolerance)),
    ...outdated(imprint),
  ]
  const last = anatomy.pages.at(-1)
  rows.push(
    toldRow(
      { ...what, requirement: 'C-10', asks: '在公文最后一面' },
      { at: pageOf(imprint), measured: `第 ${page.number} 面`, verdict: last === page ? '符合' : '偏差' },
    ),
  )
  const blank = (line: Line, element: string, requirement: string, clause: string, right: boolean): Row =>
    measuredRow(
      { requirement, clause, element, asks: right ? '右空一字' : '左空一字' },
      {
        at: line,
        measured: right ? area.right(line.page) - line.right : line.left - area.left(line.page),
        expected: ONE_CHARACTER,
        tolerance,
      },
    )
  for (const line of lists) {
    rows.push(
      ...aspectRows({ requirement: 'C-3', clause: '7.4.2', element: '抄送机关', asks: '' }, line, {
        roles: ['仿宋'],
        size: IMPRINT.size,
      }),
    )
    rows.push(blank(line, '抄送机关', 'C-3', '7.4.2', false))
  }
  if (printer) {
    rows.push(
      ...aspectRows({ requirement: 'C-7', clause: '7.4.3', element: '印发机关', asks: '' }, printer, {
        roles: ['仿宋'],
        size: IMPRINT.size,
      }),
    )
    rows.push(blank(printer, '印发机关', 'C-7', '7.4.3', false))
  }
  if (printDate) rows.push(blank(printDate, '印发日期', 'C-7', '7.4.3', true))
  return rows
}

function pageOf({ page, printDate, lists }: Imprint): Line | Place {
  return (
    printDate ??
    lists[0] ?? { page: page.number, box: { left: 0, top: 0, right: page.marks.width, bottom: page.marks.height } }
  )
}

function checkBars({ bars, page }: Imprint, tolerance: Mm): readonly Row[] {
  const what: Requirement = { requirement: 'C-1', clause: '7.4.1', element: '版记分隔线', asks: '' }
  const [first] = bars
  const last = bars.at(-1)
  if (first === undefined || last === undefined)
    return [unseenRow({ ...what, asks: '与版心等宽，首末条粗，中间细' }, '抄送、印发之间没有量到线')]
  const at = (bar: typeof first): Place => ({ page: page.number, box: bar.box })
  const weight = (bar: typeof first, element: string, weightAsked: Mm): Row =>
    measuredRow(
      { ...what, element, ground: '实务', asks: `推荐 ${weightAsked} mm` },
      { at: at(bar), measured: bar.weight, expected: weightAsked, tolerance: 0.06 },
    )
  return [
    measuredRow(
      { ...what, requirement: 'C-2', element: '末条分隔线', asks: '与公文最后一面的版心下边缘重合' },
      { at: at(last), measured: middle(last), expected: TYPE_AREA_BOTTOM, tolerance },
    ),
    measuredRow(
      { ...what, asks: '与版心等宽，156 mm' },
      { at: at(first), measured: lengthOf(first), expected: TYPE_AREA.width, tolerance },
    ),
    weight(first, '首条分隔线', IMPRINT.thick),
    ...bars.slice(1, -1).map((bar) => weight(bar, '中间分隔线', IMPRINT.thin)),
    ...(bars.length > 1 ? [weight(last, '末条分隔线', IMPRINT.thick)] : []),
  ]
}

/** 10.1: no 印发机关, no 印发日期 and no lines in a letter. */
function letterImprint(imprint: Imprint): readonly Row[] {
  const what = { requirement: 'L-14', clause: '10.1', element: '版记', asks: '信函不加印发机关、印发日期和分隔线' }
  const extra = [imprint.printDate && '印发日期', imprint.bars.length > 0 && '分隔线'].filter(Boolean)
  return [
    toldRow(what, {
      at: pageOf(imprint),
      measured: extra.length > 0 ? `有${extra.join('、')}` : '没有',
      verdict: extra.length > 0 ? '偏差' : '符合',
    }),
  ]
}

function outdated({ outdated: lines }: Imprint): readonly Row[] {
  return lines.map((line) => {
    const subject = /^主/.test(line.text)
    return toldRow(
      {
        requirement: subject ? 'G-6' : 'C-12',
        clause: '前言',
        element: subject ? '主题词' : '印发份数',
        asks: '2012 年版没有这一要素',
      },
      {
        at: line,
        measured: line.text,
        verdict: '偏差',
        note: subject ? '主题词是 1999 年版的要素' : '共印份数不是标准的要素',
      },
    )
  })
}
