import type { Report } from '../../measure/measure.ts'
import type { Row, Verdict } from '../../measure/row.ts'
import { visibleText } from '../../text/visible.ts'
import { displayWidth } from '../displayWidth.ts'
import type { Paint } from './paint.ts'

/** Version of the document that `measure --format json` prints; a change that breaks readers raises it. */
const SCHEMA = 1

/** Crumbs of calculation say nothing: thousandths of a millimetre at most. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 || 0
}

function jsonRow(row: Row): object {
  const { place, expected, measured, difference, text, note, ...rest } = row
  return {
    ...rest,
    expected: expected ? expected.map(rounded) : null,
    measured: typeof measured === 'number' ? rounded(measured) : (measured ?? null),
    difference: difference === undefined ? null : rounded(difference),
    page: place?.page ?? null,
    box: place
      ? {
          left: rounded(place.box.left),
          top: rounded(place.box.top),
          right: rounded(place.box.right),
          bottom: rounded(place.box.bottom),
        }
      : null,
    text: text ?? null,
    note: note ?? null,
  }
}

/** One JSON document; places in millimetres from the top left corner of the trimmed page, y downward. */
export function jsonMeasure({ rows, fonts, ...report }: Report, file: string): string {
  const document = {
    schema: SCHEMA,
    standard: 'GB/T 9704—2012',
    file,
    ...report,
    fonts: fonts.map((font) => ({ ...font, role: font.role ?? null })),
    rows: rows.map(jsonRow),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

const ORDER: readonly Verdict[] = ['偏差', '不能自动判断', '未见', '符合']

/** Widest cell of a column, in columns of the terminal; what is longer pushes the next cell. */
const WIDTHS = { verdict: 12, clause: 14, element: 20, asks: 36, measured: 14, difference: 8 } as const

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - displayWidth(text)))
}

function value({ measured, unit }: Row): string {
  if (typeof measured === 'number')
    return `${unit === '' ? measured : `${measured.toFixed(unit === 'mm' ? 2 : 1)} ${unit}`}`
  return visibleText(measured ?? '—')
}

function difference({ difference: off }: Row): string {
  if (off === undefined) return ''
  return Math.abs(off) < 0.005 ? '0.00' : `${off > 0 ? '+' : '−'}${Math.abs(off).toFixed(2)}`
}

function where({ place, text }: Row): string {
  if (place === undefined) return ''
  const at = `第 ${place.page} 面 (${place.box.left.toFixed(2)}, ${place.box.top.toFixed(2)})`
  return text === undefined || text === '' ? at : `${at} “${visibleText(text)}”`
}

function line(row: Row): string {
  const verdict = row.verdict === '偏差' && row.ground !== '规定' ? '偏差·参考' : row.verdict
  const cells = [
    padded(verdict, WIDTHS.verdict),
    padded(row.clause, WIDTHS.clause),
    padded(row.element, WIDTHS.element),
    padded(row.asks, WIDTHS.asks),
    padded(value(row), WIDTHS.measured),
    padded(difference(row), WIDTHS.difference),
    where(row),
  ]
  return cells.join('').trimEnd()
}

function shown(row: Row, paint: Paint): string {
  const text = line(row)
  const coloured = row.verdict === '偏差' ? paint.severity(row.ground === '规定' ? 'error' : 'warning', text) : text
  const note = row.note === undefined ? '' : `\n${' '.repeat(WIDTHS.verdict)}${paint.faint(row.note)}`
  return `${coloured}${note}\n`
}

function head(paint: Paint): string {
  const cells = [
    padded('结论', WIDTHS.verdict),
    padded('条款', WIDTHS.clause),
    padded('要素', WIDTHS.element),
    padded('要求', WIDTHS.asks),
    padded('量得', WIDTHS.measured),
    padded('差', WIDTHS.difference),
    '位置（毫米）',
  ]
  return `${paint.strong(cells.join(''))}\n`
}

function fontLines({ fonts }: Report): string {
  const lines = fonts.map(({ name, role, embedded }) => {
    return `  ${visibleText(name)}　${role ?? '认不出类别'}${embedded ? '' : '　没有嵌入，换一台机器可能变样'}\n`
  })
  return `\n字体\n${lines.join('')}`
}

const REBUILT = '文件已损坏，这是从残存的数据里拼凑出来量的，可能不全。请用生成它的软件重新导出再量。'

/** The report for people: what is off first, then what could not be told, then what was not there and what is right. */
export function prettyMeasure(report: Report, file: string, paint: Paint): string {
  const { format, pages, tolerance, summary, rows } = report
  const counts = ORDER.map((verdict) => `${verdict} ${summary[verdict]}`).join('，')
  const conclusion = report.conforms ? '没有偏离标准的规定' : '有偏离标准规定的地方'
  const sorted = ORDER.flatMap((verdict) => rows.filter((row) => row.verdict === verdict))
  return (
    `${file}：${paint.strong(conclusion)}\n` +
    (report.rebuilt ? `${paint.severity('warning', REBUILT)}\n` : '') +
    `按${format}格式量，共 ${pages} 面，允差 ${tolerance} mm。${counts}。“参考”不计入结论：实务或由标准推算的数。\n\n` +
    head(paint) +
    sorted.map((row) => shown(row, paint)).join('') +
    fontLines(report)
  )
}
