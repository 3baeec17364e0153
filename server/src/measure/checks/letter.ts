import type { Bar } from '../../pdf/content/marks.ts'
import { LETTER } from '../../standard/layout.ts'
import type { Mm } from '../../standard/units.ts'
import type { Anatomy } from '../anatomy.ts'
import { lengthOf } from '../bars.ts'
import { measuredRow, type Place, type Requirement, type Row, toldRow, unseenRow, worstRow } from '../row.ts'
import { greatest } from '../statistics.ts'
import { centreOf, markUnsure } from './place.ts'

const LINES: Requirement = { requirement: 'L-3', clause: '10.1', element: '红色双线', asks: '' }

const placeOf = (bar: Bar): Place => ({ page: 1, box: bar.box })

/** The two double lines of a letter: 10.1. */
export function checkLetter(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  if (anatomy.format !== '信函') return []
  const middle = (anatomy.pages[0]?.marks.height ?? 0) / 2
  const upper = anatomy.redBars.filter(({ box }) => box.bottom < middle)
  const lower = anatomy.redBars.filter(({ box }) => box.top > middle)
  return [
    ...sideRows(anatomy, tolerance),
    ...upperRows(anatomy, upper, tolerance),
    ...lowerRows(2 * middle, lower, tolerance),
  ]
}

function sideRows(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { redBars, pages } = anatomy
  // The centre of the page and that of the type area are both in use: 10.1 says only 居中.
  const centres: readonly [Mm, Mm] = [(pages[0]?.marks.width ?? 0) / 2, centreOf(anatomy, 1)]
  const lengths = redBars.map((bar) => ({
    at: placeOf(bar),
    measured: lengthOf(bar),
    expected: LETTER.lineWidth,
    tolerance,
  }))
  const middles = redBars.map((bar) => {
    return { at: placeOf(bar), measured: (bar.box.left + bar.box.right) / 2, expected: centres, tolerance }
  })
  const rows = [
    worstRow({ ...LINES, requirement: 'L-5', asks: '线长 170 mm' }, lengths),
    worstRow({ ...LINES, requirement: 'L-6', asks: '居中排布' }, middles),
  ]
  return rows.filter((row) => row !== undefined)
}

function upperRows({ mark }: Anatomy, bars: readonly Bar[], tolerance: Mm): readonly Row[] {
  const [first, second] = bars
  const what = { ...LINES, asks: '发文机关标志下 4 mm' }
  if (first === undefined || mark === undefined) return [unseenRow(what)]
  const gap = first.box.top - mark.ink.bottom
  const found = { at: placeOf(first), measured: gap, expected: LETTER.lineGap, tolerance, unsure: markUnsure(mark) }
  return [measuredRow(what, found), ...(second ? [weights(LINES, first, second, '上粗下细')] : [])]
}

function lowerRows(height: Mm, bars: readonly Bar[], tolerance: Mm): readonly Row[] {
  const [first, second] = bars
  const what = { ...LINES, requirement: 'L-4', asks: '首页距下页边 20 mm 处' }
  if (first === undefined) return [unseenRow(what)]
  // The standard does not say which edge of the double line counts.
  const depth = greatest(bars.map(({ box }) => box.bottom)) - first.box.top
  const expected: readonly [Mm, Mm] = [LETTER.bottomLine, LETTER.bottomLine + depth]
  const found = { at: placeOf(first), measured: height - first.box.top, expected, tolerance }
  return [measuredRow(what, found), ...(second ? [weights(what, first, second, '上细下粗')] : [])]
}

function weights(what: Requirement, a: Bar, b: Bar, asks: '上粗下细' | '上细下粗'): Row {
  const right = asks === '上粗下细' ? a.weight >= b.weight : a.weight <= b.weight
  return toldRow(
    { ...what, asks },
    {
      at: placeOf(a),
      measured: `${a.weight.toFixed(2)}、${b.weight.toFixed(2)} mm`,
      verdict: right ? '符合' : '偏差',
    },
  )
}
