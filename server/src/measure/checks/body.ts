import type { FontRole } from '../../standard/fontRole.ts'
import { CELL, INDENT_CELLS, TYPE_AREA } from '../../standard/layout.ts'
import { readOrdinal } from '../../standard/ordinals.ts'
import { SIZES } from '../../standard/sizes.ts'
import type { Mm } from '../../standard/units.ts'
import { isHan } from '../../text/cjk.ts'
import type { Anatomy } from '../anatomy.ts'
import { fontClassOf } from '../fontClass.ts'
import { isBlack, isRed, type Line } from '../line.ts'
import { measuredRow, type Row, toldRow, unseenRow, worstRow } from '../row.ts'
import { aspectRows, sizeName } from './aspect.ts'
import { blankLines } from './place.ts'

/** Shorter lines without a mark at their end may be names. */
const PARAGRAPH: Mm = TYPE_AREA.width / 2

/** First lines of paragraphs: they begin further in than the lines that go on. */
function paragraphStarts({ body, area }: Anatomy): readonly Line[] {
  return body.filter((line) => {
    const indent = line.left - area.left(line.page)
    const isText = line.right - line.left > PARAGRAPH || /[。；：]$/.test(line.text)
    return isText && indent > CELL && indent < 3.5 * CELL && Math.abs(line.size - area.bodySize) < 0.6
  })
}

/** Running text: 5.2.2, 5.2.4, 7.3.3. */
export function checkBody(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { body, area, pages } = anatomy
  const what = { requirement: 'P-8', clause: '5.2.2', element: '正文', asks: '' }
  const running = body.filter((line) => line.right - line.left > CELL * 4)
  const rows: Row[] = []
  const [first] = running
  if (first === undefined) return [unseenRow({ ...what, asks: '首页必须显示正文' })]
  const typical =
    running.find((line) => Math.abs(line.size - area.bodySize) < 0.6 && line.role === usualRole(running)) ?? first
  rows.push(...aspectRows(what, typical, { roles: ['仿宋'], size: SIZES.三号 }))
  const black = running.find(({ colour }) => !isBlack(colour))
  rows.push(
    toldRow(
      { ...what, requirement: 'P-10', clause: '5.2.4', asks: '黑色' },
      { at: black ?? typical, measured: (black ?? typical).colour?.stated ?? '图案', verdict: black ? '偏差' : '符合' },
    ),
  )
  const starts = paragraphStarts(anatomy).filter(({ text }) => isHan([...text][0] ?? ''))
  const indent = { requirement: 'B-8', clause: '7.3.3', element: '正文', asks: '每个自然段左空二字' }
  rows.push(
    worstRow(
      indent,
      starts.map((line) => ({
        at: line,
        measured: line.left - area.left(line.page),
        expected: [INDENT_CELLS * CELL, INDENT_CELLS * CELL],
        tolerance,
      })),
    ) ?? unseenRow(indent),
  )
  const onFirst = body.some((line) => line.page === 1 && !isRed(line.colour))
  rows.push(
    toldRow(
      { ...what, requirement: 'B-7', clause: '7.3.3', asks: '公文首页必须显示正文' },
      {
        measured: onFirst ? '有正文' : '没有正文',
        verdict: onFirst ? '符合' : '偏差',
        at: { page: 1, box: wholeOf(pages[0]) },
      },
    ),
  )
  return rows
}

function wholeOf(page: Anatomy['pages'][number] | undefined): { left: Mm; top: Mm; right: Mm; bottom: Mm } {
  return { left: 0, top: 0, right: page?.marks.width ?? 0, bottom: page?.marks.height ?? 0 }
}

function usualRole(lines: readonly Line[]): FontRole | undefined {
  return lines.filter(({ role }) => role === '仿宋').length * 2 > lines.length ? '仿宋' : lines[0]?.role
}

const LEVELS: readonly (readonly [role: FontRole, name: string])[] = [
  ['黑体', '第一层标题'],
  ['楷体', '第二层标题'],
  ['仿宋', '第三层标题'],
  ['仿宋', '第四层标题'],
]

interface Heading {
  readonly line: Line
  readonly level: number
}

/**
 * Headings that stand alone on their line: a clause like `一、……。` is text, and so may be what runs on behind `（一）`.
 * One flush at the margin is one that the line before did not need to run on into.
 */
function headingsOf({ body, area }: Anatomy): readonly Heading[] {
  return body.flatMap((line, index) => {
    const ordinal = readOrdinal(line.text)
    if (ordinal?.series !== '通用' || ordinal.level > LEVELS.length) return []
    if (/[。；]/.test(line.text) || area.right(line.page) - line.right < CELL) return []
    const before = body[index - 1]
    const indent = line.left - area.left(line.page)
    const goesOn = before !== undefined && area.right(before.page) - before.right < 2 * CELL
    return indent > 4 * CELL || (indent < CELL && (goesOn || before === undefined))
      ? []
      : [{ line, level: ordinal.level }]
  })
}

/** Headings within the text: 7.3.3. */
export function checkHeadings(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const headings = headingsOf(anatomy)
  const { area } = anatomy
  const rows = LEVELS.flatMap(([role, name], index): readonly Row[] => {
    const own = headings.filter(({ level }) => level === index + 1)
    const what = { requirement: 'B-10', clause: '7.3.3', element: name, asks: `${role}，3号字` }
    const wrong = own.find(({ line }) => !fits(line, role))
    const shown = (wrong ?? own[0])?.line
    if (shown === undefined) return []
    const found = roleAtStart(shown)
    const verdict = found === undefined ? '不能自动判断' : wrong ? '偏差' : '符合'
    const bold = own.find(({ line }) => line.bold)
    return [
      toldRow(what, {
        at: shown,
        measured: `${found ?? '认不出'}，${sizeName(shown.size) ?? `${shown.size.toFixed(1)} 磅`}`,
        verdict,
        note: `共 ${own.length} 处`,
      }),
      ...(bold
        ? [
            toldRow(
              {
                requirement: 'F-2',
                clause: '5.2.2',
                ground: '推算',
                element: `${name}加粗`,
                asks: '标准用字体区分层次，没有加粗',
              },
              { at: bold.line, measured: '加粗', verdict: '偏差', note: '加粗是常见的误用' },
            ),
          ]
        : []),
    ]
  })
  const flush = headings.map(({ line }) => ({
    at: line,
    measured: line.left - area.left(line.page),
    expected: INDENT_CELLS * CELL,
    tolerance: Math.max(tolerance, 1),
    mistake: line.left - area.left(line.page) < CELL ? '层次标题顶格是常见的误用' : undefined,
  }))
  const indent = worstRow({ requirement: 'B-11', clause: '7.3.3', element: '层次标题', asks: '左空二字' }, flush)
  return indent ? [...rows, indent] : rows
}

/** A heading may run on into text of another face: its first Han character tells. */
function roleAtStart({ glyphs }: Line): FontRole | undefined {
  const start = glyphs.find(({ text }) => isHan(text))
  return start && fontClassOf(start.font.name)
}

function fits(line: Line, role: FontRole): boolean {
  const found = roleAtStart(line)
  return (found === undefined || found === role) && sizeName(line.size) === '三号'
}

/** 附件说明: 7.3.4. */
export function checkAttachmentNote(anatomy: Anatomy, tolerance: Mm): readonly Row[] {
  const { attachmentNote: line, area, body } = anatomy
  if (line === undefined) return []
  const what = { requirement: 'A-1', clause: '7.3.4', element: '附件说明', asks: '' }
  const before = body[body.indexOf(line) - 1]
  const rows = [
    measuredRow(
      { ...what, asks: '左空二字' },
      { at: line, measured: line.left - area.left(line.page), expected: INDENT_CELLS * CELL, tolerance },
    ),
    toldRow(
      { ...what, requirement: 'A-3', asks: '附件名称后不加标点' },
      { at: line, measured: line.text.slice(-1), verdict: /[。；，、]$/.test(line.text) ? '偏差' : '符合' },
    ),
  ]
  if (before?.page === line.page)
    rows.push(
      measuredRow(
        { ...what, asks: '正文下空一行' },
        { at: line, measured: line.top - before.bottom, expected: blankLines(anatomy, 1), tolerance },
      ),
    )
  return rows
}
