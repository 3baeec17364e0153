import { HEAD, LETTER, MARK_TOP_1999, MINUTES, ORDER, TYPE_AREA } from '../../standard/layout.ts'
import type { Mm } from '../../standard/units.ts'
import type { Anatomy, Mark } from '../anatomy.ts'
import type { Line } from '../line.ts'
import { measuredRow, type Place, type Requirement, type Row, unseenRow } from '../row.ts'
import { greatest } from '../statistics.ts'
import { aspectRows, colourRow } from './aspect.ts'
import { CENTRE_TOLERANCE, centreOf, markUnsure } from './place.ts'

const MARK: Requirement = { requirement: 'H-7', clause: '7.2.4', element: '发文机关标志', asks: '' }

/** 发文机关标志: 7.2.4, 10.1 to 10.3. */
export function checkMark(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { mark, format, approvers } = anatomy
  const rule = markRule(format)
  if (mark === undefined) return [unseenRow({ ...MARK, ...rule }, '第一面上半没有红色大字；标志若是图片则量不出')]
  const at: Place = { page: 1, box: mark.ink }
  const legacy = rule.from === TYPE_AREA.y ? legacyMark(mark.ink.top - rule.from, approvers.length > 0) : undefined
  const unsure = markUnsure(mark)
  const [line] = mark.lines
  return [
    measuredRow(
      { ...MARK, ...rule },
      { at, measured: mark.ink.top - rule.from, expected: rule.distance, tolerance, unsure, mistake: legacy },
    ),
    measuredRow(
      { ...MARK, clause: rule.clause, asks: '居中排布' },
      {
        at,
        measured: (mark.ink.left + mark.ink.right) / 2,
        expected: centreOf(anatomy, 1),
        tolerance: Math.max(tolerance, CENTRE_TOLERANCE),
        unsure,
      },
    ),
    ...(line ? markLook(mark, line) : []),
  ]
}

interface MarkRule {
  readonly requirement: string
  readonly clause: string
  readonly asks: string
  readonly from: Mm
  readonly distance: Mm
}

function markRule(format: Anatomy['format']): MarkRule {
  const rule = (
    requirement: string,
    clause: string,
    distance: Mm,
    edge = '版心上边缘',
    from: Mm = TYPE_AREA.y,
  ): MarkRule => ({
    requirement,
    clause,
    distance,
    from,
    asks: `上边缘至${edge} ${distance} mm`,
  })
  if (format === '信函') return rule('L-1', '10.1', LETTER.markTop, '上页边', 0)
  if (format === '命令') return rule('O-1', '10.2', ORDER.markTop)
  if (format === '纪要') return rule('M-1', '10.3', MINUTES.markTop)
  return rule('H-7', '7.2.4', HEAD.markTop)
}

/** How near a distance must come to that of an earlier edition to be called it (mm). */
const ALIKE = 2

function legacyMark(distance: Mm, upward: boolean): string | undefined {
  if (Math.abs(distance - MARK_TOP_1999.downward) < ALIKE) return '25 mm 是 1999 年版的做法，2012 年版为 35 mm'
  if (Math.abs(distance - MARK_TOP_1999.upward) < ALIKE)
    return `80 mm 是 1999 年版${upward ? '上行文' : ''}的做法，2012 年版一律为 35 mm`
  return undefined
}

function markLook(mark: Mark, line: Line): readonly Row[] {
  const what: Requirement = { ...MARK, requirement: 'H-8' }
  const [, ...rows] = aspectRows(what, line, { roles: ['小标宋'], colour: '红' })
  const [role] = aspectRows({ ...what, ground: '实务' }, line, { roles: ['小标宋'] })
  const widest = greatest(mark.lines.map(({ ink }) => ink.right - ink.left))
  return [
    { ...(role as Row), asks: '推荐使用小标宋体' },
    ...rows,
    measuredRow(
      { ...what, requirement: 'H-9', ground: '实务', asks: '不超出版心宽度' },
      { at: line, measured: widest, expected: [0, TYPE_AREA.width], tolerance: 0 },
    ),
  ]
}

/** The red of all red elements; 6.2 gives it as ink for print. */
export function checkRed({ mark }: Anatomy): readonly Row[] {
  const [line] = mark?.lines ?? []
  if (line === undefined) return []
  const what = {
    requirement: 'P-14',
    clause: '6.2',
    element: '红色',
    asks: '印刷时 Y80%、M80%；屏幕上用红色',
    ground: '实务',
  } as const
  return [{ ...colourRow(what, line, '红'), element: what.element, asks: what.asks }]
}
