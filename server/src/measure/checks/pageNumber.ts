import { PAGE_NUMBER, TYPE_AREA_BOTTOM } from '../../standard/layout.ts'
import type { Mm } from '../../standard/units.ts'
import type { Anatomy } from '../anatomy.ts'
import type { Line } from '../line.ts'
import { type Found, type Requirement, type Row, toldRow, unseenRow, worstRow } from '../row.ts'
import { aspectRows } from './aspect.ts'
import { ONE_CHARACTER } from './imprint.ts'
import { centreOf } from './place.ts'

const NUMBER: Requirement = { requirement: 'PG-1', clause: '7.5', element: '页码', asks: '' }

/** 页码: 7.5, and of letters 10.1. */
export function checkPageNumbers(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { pages, format } = anatomy
  const numbers = pages.flatMap(({ pageNumber }) => pageNumber ?? [])
  const rows: Row[] = []
  if (format === '信函') {
    const shown = pages[0]?.pageNumber
    rows.push(
      toldRow(
        { ...NUMBER, requirement: 'L-12', clause: '10.1', asks: '信函首页不显示页码' },
        {
          ...(shown ? { at: shown } : {}),
          measured: shown ? shown.text : '没有页码',
          verdict: shown ? '偏差' : '符合',
        },
      ),
    )
  }
  const [first] = numbers
  if (first === undefined)
    return format === '信函' && pages.length === 1
      ? rows
      : [...rows, unseenRow({ ...NUMBER, asks: '4号半角宋体阿拉伯数字，两边各放一条一字线' })]
  return [
    ...rows,
    ...aspectRows(NUMBER, first, { roles: ['宋体', '西文'], size: PAGE_NUMBER.size }),
    spelling(numbers),
    height(numbers, tolerance),
    sides(anatomy, numbers, tolerance),
  ]
}

function spelling(numbers: readonly Line[]): Row {
  const wrong = numbers.find(({ text }) => !/^—\s*\d+\s*—$/.test(text))
  return toldRow(
    { ...NUMBER, requirement: 'PG-4', asks: '数字左右各放一条一字线，如“— 1 —”' },
    {
      at: wrong ?? (numbers[0] as Line),
      measured: (wrong ?? (numbers[0] as Line)).text,
      verdict: wrong ? '偏差' : '符合',
      note: wrong && /-/.test(wrong.text) ? '用连字符代替一字线是常见的误用' : undefined,
    },
  )
}

/** Ink of the dashes, of the digits where there are none; the standard does not say which of its edges counts. */
function height(numbers: readonly Line[], tolerance: Mm): Row {
  const expected = TYPE_AREA_BOTTOM + PAGE_NUMBER.gap
  const found = numbers.map((line): Found => {
    const dash = line.glyphs.find(({ text }) => /^[-－–—―─]$/.test(text))?.ink ?? line.ink
    const reach = (dash.bottom - dash.top) / 2
    return {
      at: line,
      measured: (dash.top + dash.bottom) / 2 - TYPE_AREA_BOTTOM,
      expected: [PAGE_NUMBER.gap - reach, PAGE_NUMBER.gap + reach],
      tolerance,
      ...(line.inkKnown ? {} : { unsure: 0.4 }),
    }
  })
  return worstRow(
    { ...NUMBER, requirement: 'PG-2', asks: `一字线上距版心下边缘 7 mm（距上页边 ${expected} mm）` },
    found,
  ) as Row
}

function sides(anatomy: Anatomy, numbers: readonly Line[], tolerance: Mm): Row {
  const { area } = anatomy
  const found = numbers.map((line): Found => {
    const odd = Number(/\d+/.exec(line.text)?.[0] ?? line.page) % 2 === 1
    const middle = Math.abs((line.left + line.right) / 2 - centreOf(anatomy, line.page)) < 5
    const measured = odd ? area.right(line.page) - line.right : line.left - area.left(line.page)
    return {
      at: line,
      measured,
      expected: ONE_CHARACTER,
      tolerance,
      note: odd ? '单页码' : '双页码',
      mistake: middle ? '页码居中是常见的误用' : undefined,
    }
  })
  return worstRow({ ...NUMBER, requirement: 'PG-3', asks: '单页码居右空一字，双页码居左空一字' }, found) as Row
}
