import type { Element } from '../model/document.ts'
import { textOfElement, textsOf } from '../model/text.ts'
import type { FontRole } from '../standard/fontRole.ts'
import {
  BODY_HEIGHT,
  CELL,
  HEAD,
  LETTER,
  MINUTES,
  ORDER,
  PAPER,
  TYPE_AREA,
  TYPE_AREA_BOTTOM,
} from '../standard/layout.ts'
import type { Mm } from '../standard/units.ts'
import { approverLines } from './approvers.ts'
import { inkBottom, setWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import { type IssuerMark, setMark } from './mark.ts'
import type { DisplayItem, Line } from './pages.ts'
import { type Piece, wordStyle } from './piece.ts'
import { baselineOf } from './textRows.ts'

/** What is printed above the text of the first page, in page coordinates. */
export interface Head {
  readonly items: readonly DisplayItem[]
  /** Top of the first line below it. */
  readonly bodyTop: Mm
  /** Lower edge of the text on the first page. */
  readonly bodyBottom: Mm
}

/** 版头 of the document's format: GB/T 9704—2012 7.2, and 10.1 to 10.3 for the special formats. */
export function layHead(job: Job): Head {
  switch (job.document.format) {
    case '信函':
      return letterHead(job)
    case '命令':
      return orderHead(job)
    case '纪要':
      return minutesHead(job)
    case '文件':
      return generalHead(job)
  }
}

/** Blank lines below ink: `lines` empty lines, and the blank above the next line's glyphs. */
function below(job: Job, bottom: Mm, lines: number): Mm {
  return bottom + lines * job.linePitch + job.leading
}

function generalHead(job: Job): Head {
  const marked = setMark(job, TYPE_AREA.y + HEAD.markTop)
  const top = marked ? below(job, marked.bottom, HEAD.numberBlankLines) : TYPE_AREA.y
  const number = numberLine(job, top, marked)
  const red = number.bottom + HEAD.redLineGap
  const items = [...topLines(job, TYPE_AREA.y, true), ...(marked?.items ?? []), ...number.items]
  if (!marked)
    return {
      items,
      bodyTop: number.items.length > 0 ? below(job, number.bottom, 1) : TYPE_AREA.y,
      bodyBottom: TYPE_AREA_BOTTOM,
    }
  return {
    items: [...items, redLine(red)],
    bodyTop: red + HEAD.titleBlankLines * job.linePitch,
    bodyBottom: TYPE_AREA_BOTTOM,
  }
}

/** A draft has no serial number yet: its place is kept. */
function numberText(element: Element<string, unknown> | undefined): string {
  return textOfElement(element).replace('〕号', '〕　号')
}

/** 发文字号 and 签发人 on one line, or 发文字号 alone in the middle (7.2.5, 7.2.6). */
function numberLine(
  job: Job,
  top: Mm,
  marked: IssuerMark | undefined,
): { readonly items: readonly DisplayItem[]; readonly bottom: Mm } {
  const { docNumber } = job.document.head
  const upward = job.document.direction?.value === 'upward' && job.document.approvers.length > 0
  const approvers = upward ? approverLines(job, top) : undefined
  const y = approvers?.lastTop ?? top
  const piece = pieceOf(job, numberText(docNumber), wordStyle('仿宋'), 'docNumber', docNumber?.at)
  const x = upward ? { left: TYPE_AREA.x + CELL } : { centre: TYPE_AREA.x + TYPE_AREA.width / 2 }
  const number = setWord(job, piece, x, y + baselineOf(BODY_HEIGHT))
  const items = [...number, ...(approvers?.items ?? [])]
  if (items.length === 0) return { items, bottom: marked ? top + BODY_HEIGHT : top }
  return { items, bottom: inkBottom(job, items) }
}

/** 份号, 密级和保密期限, 紧急程度, one to a line, flush left (7.2.1 to 7.2.3). */
function topLines(job: Job, top: Mm, secondForSecrecy: boolean): readonly DisplayItem[] {
  const { head } = job.document
  const rows: readonly (readonly [Element<string, unknown> | undefined, string, FontRole])[] = [
    [head.copyNumber, 'copyNumber', '仿宋'],
    [head.secrecy, 'secrecy', '黑体'],
    [head.urgency, 'urgency', '黑体'],
  ]
  let line = 0
  return rows.flatMap(([element, name, role]) => {
    const text = textOfElement(element)
    if (text === '') return []
    // 7.2.2 puts 密级 on the second line, whatever the first holds.
    if (name === 'secrecy' && secondForSecrecy) line = Math.max(line, 1)
    const baseline = top + line * job.linePitch + baselineOf(BODY_HEIGHT)
    line += 1
    return setWord(job, pieceOf(job, text, wordStyle(role), name, element?.at), { left: TYPE_AREA.x }, baseline)
  })
}

function redLine(y: Mm): Line {
  return rule(TYPE_AREA.x, TYPE_AREA.x + TYPE_AREA.width, y, HEAD.redLineWeight)
}

function rule(x1: Mm, x2: Mm, y: Mm, weight: Mm): Line {
  return { kind: 'line', x1, y1: y, x2, y2: y, weight, colour: '红', element: 'redLine' }
}

/** Two lines of which `y` is the outer edge of the first; thick above thin, or the other way round. */
function doubleLine(y: Mm, thickFirst: boolean): readonly Line[] {
  const weights = thickFirst ? [LETTER.thick, LETTER.thin] : [LETTER.thin, LETTER.thick]
  const [first, second] = weights as [Mm, Mm]
  const x1 = TYPE_AREA.x + (TYPE_AREA.width - LETTER.lineWidth) / 2
  const x2 = x1 + LETTER.lineWidth
  return [rule(x1, x2, y + first / 2, first), rule(x1, x2, y + first + LETTER.between + second / 2, second)]
}

const DOUBLE_LINE = LETTER.thick + LETTER.between + LETTER.thin

function letterHead(job: Job): Head {
  const marked = setMark(job, LETTER.markTop)
  const lineTop = (marked?.bottom ?? LETTER.markTop) + LETTER.lineGap
  const top = lineTop + DOUBLE_LINE + LETTER.textGap
  const { docNumber } = job.document.head
  const piece = pieceOf(job, numberText(docNumber), wordStyle('仿宋'), 'docNumber', docNumber?.at)
  const number = setWord(job, piece, { right: TYPE_AREA.x + TYPE_AREA.width }, top + baselineOf(BODY_HEIGHT))
  const left = topLines(job, top, false)
  const lines = Math.max(left.length > 0 ? countLines(left) : 0, number.length > 0 ? 1 : 0)
  const bottomLine = PAPER.height - LETTER.bottomLine
  return {
    items: [
      ...(marked?.items ?? []),
      ...doubleLine(lineTop, true),
      ...doubleLine(bottomLine, false),
      ...left,
      ...number,
    ],
    bodyTop: top + (Math.max(1, lines) + LETTER.titleBlankLines) * job.linePitch,
    bodyBottom: bottomLine - LETTER.textGap,
  }
}

function countLines(items: readonly DisplayItem[]): number {
  return new Set(items.map((item) => (item.kind === 'run' ? item.baseline : 0))).size
}

function orderHead(job: Job): Head {
  const marked = setMark(job, TYPE_AREA.y + ORDER.markTop)
  const { orderNumber } = job.document.head
  const top = below(job, marked?.bottom ?? TYPE_AREA.y, ORDER.numberBlankLines)
  const number = centred(job, orderNumber, 'orderNumber', top)
  return {
    items: [...topLines(job, TYPE_AREA.y, true), ...(marked?.items ?? []), ...number],
    bodyTop: top + BODY_HEIGHT + job.leading + ORDER.bodyBlankLines * job.linePitch,
    bodyBottom: TYPE_AREA_BOTTOM,
  }
}

/** 10.3 gives the mark alone; number, organ, date and the red line below them are practice. */
function minutesHead(job: Job): Head {
  const marked = setMark(job, TYPE_AREA.y + MINUTES.markTop)
  const { issueNumber, issueDate } = job.document.head
  const numberTop = below(job, marked?.bottom ?? TYPE_AREA.y, 1)
  const number = centred(job, issueNumber, 'issueNumber', numberTop)
  const lineTop = number.length > 0 ? numberTop + 2 * job.linePitch : numberTop
  const baseline = lineTop + baselineOf(BODY_HEIGHT)
  const [issuer] = job.document.issuers
  const organ = word(job, issuer?.value ?? '', 'issuer', issuer)
  const date = word(job, textsOf(issueDate).join(''), 'issueDate', issueDate)
  const imprinted = [
    ...setWord(job, organ, { left: TYPE_AREA.x + CELL }, baseline),
    ...setWord(job, date, { right: TYPE_AREA.x + TYPE_AREA.width - CELL }, baseline),
  ]
  const red = lineTop + BODY_HEIGHT + HEAD.redLineGap
  return {
    items: [...topLines(job, TYPE_AREA.y, true), ...(marked?.items ?? []), ...number, ...imprinted, redLine(red)],
    bodyTop: red + HEAD.titleBlankLines * job.linePitch,
    bodyBottom: TYPE_AREA_BOTTOM,
  }
}

function word(job: Job, text: string, name: string, element: Element<string, unknown> | undefined): Piece {
  return pieceOf(job, text, wordStyle('仿宋'), name, element?.at)
}

function centred(
  job: Job,
  element: Element<string, unknown> | undefined,
  name: string,
  top: Mm,
): readonly DisplayItem[] {
  const centre = TYPE_AREA.x + TYPE_AREA.width / 2
  return setWord(job, word(job, textOfElement(element), name, element), { centre }, top + baselineOf(BODY_HEIGHT))
}
