import {
  BODY_HEIGHT,
  CELL,
  COLUMNS,
  LINE_PITCH,
  LINE_PITCH_OF_BOXES,
  LINE_PITCH_RANGE,
  LINES,
  MARGIN_TOLERANCE,
  PAPER,
  TYPE_AREA,
  TYPE_AREA_BOTTOM,
} from '../../standard/layout.ts'
import { type Mm, mmToPt, ptToMm } from '../../standard/units.ts'
import type { Anatomy } from '../anatomy.ts'
import type { Line } from '../line.ts'
import type { MeasuredPage } from '../page.ts'
import { type Found, measuredRow, type Requirement, type Row, toldRow, unseenRow, worstRow } from '../row.ts'
import { greatest, median } from '../statistics.ts'

/** Paper and type area: GB/T 9704—2012 5.1, 5.2. */
export function checkPaper(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  return [...paperSize(anatomy, tolerance), ...margins(anatomy, tolerance), ...density(anatomy, tolerance)]
}

function paperSize({ pages }: Anatomy, tolerance: Mm): readonly Row[] {
  const what = { requirement: 'P-1', clause: '5.1', element: '纸张' }
  const sizes = (side: 'width' | 'height', expected: Mm): readonly Found[] =>
    pages.map(({ marks, number }) => ({ at: wholePage(marks, number), measured: marks[side], expected, tolerance }))
  // Pages that lie across hold tables; 8 asks that they be bound upright, turned.
  const lying = pages.find(({ marks }) => marks.width > marks.height)
  return [
    worstRow({ ...what, asks: 'A4，宽 210 mm' }, sizes('width', PAPER.width)),
    worstRow({ ...what, asks: 'A4，高 297 mm' }, sizes('height', PAPER.height)),
  ]
    .map((row) =>
      row && lying ? { ...row, note: `第 ${lying.number} 面是横放的纸；A4 横排表格应转 90° 排在竖放的纸上（8）` } : row,
    )
    .flatMap((row) => row ?? [])
}

function wholePage({ width, height }: MeasuredPage['marks'], page: number): Found['at'] & object {
  return { page, box: { left: 0, top: 0, right: width, bottom: height } }
}

/** First lines of the pages that begin with running text, and the lowest last line of those that are full. */
function edgeLines({ pages, area, format }: Anatomy): {
  readonly first: readonly Line[]
  readonly lowest: Line | undefined
} {
  const running = (line: Line | undefined): line is Line =>
    line !== undefined && Math.abs(line.size - area.bodySize) < 0.6 && line.left - area.left(line.page) < 3 * CELL
  const isLong = (line: Line): boolean => line.right - line.left > TYPE_AREA.width / 2
  const first = pages
    .slice(1)
    .map(({ lines }) => lines[0])
    .filter((line) => running(line) && (isLong(line) || /^附\s*件|[。；]$/.test(line.text)))
  const goingOn = pages
    .slice(format === '信函' ? 1 : 0, -1)
    .map(({ lines }) => lines.at(-1))
    .filter(running)
  const lowest = [...goingOn].sort((a, b) => b.bottom - a.bottom)[0]
  // A heading that stays with its text, or a table, leaves a page open.
  const isFull = lowest && lowest.bottom > TYPE_AREA_BOTTOM - LINE_PITCH / 2
  return { first: first as readonly Line[], lowest: isFull ? lowest : undefined }
}

function margins(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { area } = anatomy
  const within = Math.max(tolerance, MARGIN_TOLERANCE)
  const { first, lowest } = edgeLines(anatomy)
  const leading = area.pitch === undefined ? 0 : Math.max(0, area.pitch - ptToMm(area.bodySize))
  const top = { requirement: 'P-2', clause: '5.2.1', element: '天头', asks: '37 mm，允差 1 mm' }
  const bottom = {
    requirement: 'P-5',
    clause: '5.2.1',
    element: '版心下边缘',
    asks: '距上页边 262 mm（版心高 225 mm）',
    ground: '推算',
  } as const
  return [
    worstRow(
      top,
      first.map((line) => edge(line, line.top, TYPE_AREA.y, within, leading / 2)),
    ) ?? unseenRow(top, '没有第二面，第一面又被版头占着，量不出'),
    lowest
      ? measuredRow(bottom, edge(lowest, lowest.bottom, TYPE_AREA_BOTTOM, within, -leading / 2))
      : unseenRow(bottom, '没有排满的一面'),
    ...sides(anatomy, within),
  ]
}

/** An edge by the characters, or by the boxes of lines that carry half their leading on either side: both readings are in use. */
function edge(line: Line, measured: Mm, expected: Mm, tolerance: Mm, half: Mm): Found {
  const byBox = measured - half
  const boxed = Math.abs(byBox - expected) < Math.abs(measured - expected) && Math.abs(measured - expected) > tolerance
  return boxed
    ? { at: line, measured: byBox, expected, tolerance, note: `按行框量；字身边缘在 ${measured.toFixed(2)} mm` }
    : { at: line, measured, expected, tolerance }
}

function sides({ area, pages }: Anatomy, tolerance: Mm): readonly Row[] {
  const left = {
    requirement: 'P-3',
    clause: '5.2.1',
    element: '订口',
    asks: '28 mm，允差 1 mm；双面印刷的双面页订口在右',
  }
  const width = { requirement: 'P-4', clause: '5.2.1', element: '版心宽', asks: '156 mm' }
  if (area.full.length === 0) return [unseenRow(left, '没有排满的行，量不出'), unseenRow(width, '没有排满的行，量不出')]
  const mirrored = area.full.some((line) => line.page % 2 === 0 && Math.abs(area.left(2) - area.left(1)) > 1)
  const found = area.full.map((line): Found => {
    const outer = mirrored && line.page % 2 === 0
    const paper = pages[line.page - 1]?.marks.width ?? PAPER.width
    return {
      at: line,
      measured: outer ? paper - area.right(line.page) : line.left,
      expected: TYPE_AREA.x,
      tolerance,
      ...(outer ? { note: '双面页，订口在右' } : {}),
    }
  })
  const widths = area.full.map(
    (line): Found => ({ at: line, measured: line.right - line.left, expected: TYPE_AREA.width, tolerance }),
  )
  return [worstRow(left, found), typicalRow(width, widths)].flatMap((row) => row ?? [])
}

/** Lines end differently as their last mark is squeezed: the middle one counts. */
function typicalRow(what: Parameters<typeof measuredRow>[0], found: readonly Found[]): Row | undefined {
  const middle = median(found.map(({ measured }) => measured))
  const typical = found.find(({ measured }) => measured === middle)
  return typical && measuredRow(what, typical)
}

/** Wrong pitches that are often taken for the standard's (pt). */
const HOUSE_PITCHES = [28, 28.8, 30, 32, 33] as const

function density({ area, pages, format }: Anatomy, tolerance: Mm): readonly Row[] {
  const lines = { requirement: 'P-9', clause: '5.2.3', element: '每面行数', asks: '一般每面 22 行' }
  const columns = { requirement: 'P-9', clause: '5.2.3', element: '每行字数', asks: '一般每行 28 字，撑满版心' }
  const pitch = {
    requirement: 'U-4',
    clause: '3.2、5.2.3',
    element: '行距',
    asks: '22 行撑满版心：10.23 至 10.45 mm',
    ground: '推算',
  } as const
  if (area.pitch === undefined) return [unseenRow(lines), unseenRow(columns), unseenRow(pitch, '没有连续的正文行')]
  const first = pages[0] as MeasuredPage
  const at = (area.full[0] ?? first.lines.find((line) => Math.abs(line.size - area.bodySize) < 0.6)) as Line
  const points = mmToPt(area.pitch)
  const house = HOUSE_PITCHES.find((each) => Math.abs(points - each) < 0.06)
  return [
    lineCount(lines, {
      at,
      pages: format === '文件' ? pages : [],
      pitch: area.pitch,
      fixed: house !== undefined,
      tolerance,
    }),
    columnCount(columns, at, area),
    measuredRow(pitch, {
      at,
      measured: area.pitch,
      expected: [LINE_PITCH_OF_BOXES, LINE_PITCH],
      tolerance: 0.05,
      note:
        house === undefined
          ? `${points.toFixed(2)} 磅`
          : `${house} 磅固定值：标准没有规定磅值，这样排不成撑满版心的 22 行`,
    }),
  ]
}

/** Counted on a page between the first and the last; where there is none, as many as the pitch would let in. */
function lineCount(
  what: Requirement,
  given: {
    readonly at: Line
    readonly pages: readonly MeasuredPage[]
    readonly pitch: Mm
    readonly fixed: boolean
    readonly tolerance: Mm
  },
): Row {
  const { at, pages, pitch, fixed } = given
  const full = pages.slice(1, -1).filter(({ lines }) => (lines.at(-1)?.bottom ?? 0) > TYPE_AREA_BOTTOM - pitch + 1)
  const counts = full.map((page) => countLines(page, pitch))
  const found = { at, unit: '行', tolerance: 0, expected: LINES }
  if (counts.length > 0) return measuredRow(what, { ...found, measured: greatest(counts) })
  const capacity = Math.floor((TYPE_AREA.height - BODY_HEIGHT + given.tolerance) / pitch) + 1
  const row = measuredRow(what, { ...found, measured: capacity, note: '没有排满的一面，按行距推算' })
  const adjusted =
    row.verdict === '偏差' && !fixed && pitch > LINE_PITCH_RANGE.least - 0.05 && pitch < LINE_PITCH_RANGE.most + 0.05
  if (!adjusted) return row
  return { ...row, verdict: '不能自动判断', note: `${row.note}；短文可以为安排印章调整行距（7.3.5.5）` }
}

/** Fewer full lines may all have been spread to keep a mark from the start of the next one. */
const ENOUGH_LINES = 8

function columnCount(what: Requirement, at: Line, { cell, full }: Anatomy['area']): Row {
  if (cell === undefined) return unseenRow(what, '没有排满的行')
  const note = `字距 ${cell.toFixed(2)} mm（28 字撑满版心时 ${CELL.toFixed(2)} mm）`
  const measured = TYPE_AREA.width / cell
  const row = measuredRow(what, { at, unit: '字', tolerance: 0.3, expected: COLUMNS, measured, note })
  if (row.verdict === '符合' || full.length >= ENOUGH_LINES) return row
  return { ...row, verdict: '不能自动判断', note: `${note}；排满的行少，可能是避头尾拉开的` }
}

function countLines({ lines }: MeasuredPage, pitch: Mm): number {
  const [top, bottom] = [lines[0], lines.at(-1)]
  return top && bottom ? Math.round((bottom.baseline - top.baseline) / pitch) + 1 : 0
}

/** Clause 8: a table across the page is turned by 90° counter-clockwise, so that its head lies at the left edge. */
export function checkTurned({ pages }: Anatomy): readonly Row[] {
  const what = {
    requirement: 'T-2',
    clause: '8',
    element: '横排表格',
    asks: '转 90°，单页码表头在订口一边，双页码表头在切口一边',
  }
  return pages
    .filter(({ turned, lines }) => turned > 20 && turned > lines.length)
    .map(({ number, marks }) => {
      const angles = marks.glyphs.filter(({ angle }) => angle !== 0)
      const right = angles.filter(({ angle }) => angle === 90).length * 2 > angles.length
      return toldRow(what, {
        at: wholePage(marks, number),
        measured: right ? '表头在左边' : '表头在右边',
        verdict: right ? '符合' : '偏差',
      })
    })
}
