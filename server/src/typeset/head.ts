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
import { type ApproverLines, approverLines } from './approvers.ts'
import { type Across, fitWord, inkBottom } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import { type IssuerMark, setMark } from './mark.ts'
import type { DisplayItem, Line, Run } from './pages.ts'
import { wordStyle } from './piece.ts'
import { baselineOf } from './textRows.ts'

/** What is printed above the text of the first page, in page coordinates. */
export interface Head {
  readonly items: readonly DisplayItem[]
  /** Top of the first line below it. */
  readonly bodyTop: Mm
  /** Lower edge of the text on the first page. */
  readonly bodyBottom: Mm
  /** Height of the characters of 发文机关标志. */
  readonly markSize?: Mm
}

/**
 * 版头 of the document's format: GB/T 9704—2012 7.2, and 10.1 to 10.3 for the special formats. On paper with a printed 版头
 * everything stands where it would, but what is red is not drawn. An attachment that is sent by itself has none.
 * @param shrink how much smaller the stacked names of joint issue are than usual (7.3.3)
 */
export function layHead(job: Job, shrink: number): Head {
  if (job.document.main.kind === '附件') return { items: [], bodyTop: TYPE_AREA.y, bodyBottom: TYPE_AREA_BOTTOM }
  const head = formatHead(job, shrink)
  if (!job.document.profile.layout.preprinted) return head
  return { ...head, items: head.items.filter((item) => !('colour' in item) || item.colour !== '红') }
}

function formatHead(job: Job, shrink: number): Head {
  switch (job.document.format) {
    case '信函':
      return letterHead(job)
    case '命令':
      return orderHead(job, shrink)
    case '纪要':
      return minutesHead(job, shrink)
    case '文件':
      return generalHead(job, shrink)
  }
}

/** What the head says of its mark. */
function sizeOf(marked: IssuerMark | undefined): Pick<Head, 'markSize'> {
  return marked ? { markSize: marked.size } : {}
}

const RIGHT: Mm = TYPE_AREA.x + TYPE_AREA.width
const CENTRE: Mm = TYPE_AREA.x + TYPE_AREA.width / 2

/** Blank lines below ink: `lines` empty lines, and the blank above the next line's glyphs. */
function below(job: Job, bottom: Mm, lines: number): Mm {
  return bottom + lines * job.linePitch + job.leading
}

function generalHead(job: Job, shrink: number): Head {
  const marked = setMark(job, TYPE_AREA.y + HEAD.markTop, shrink)
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
    ...sizeOf(marked),
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
  const [x, room] = numberPlace(approvers)
  const number = word(job, numberText(docNumber), 'docNumber', docNumber, x, y, room)
  const items = [...number, ...(approvers?.items ?? [])]
  if (items.length === 0) return { items, bottom: marked ? top + BODY_HEIGHT : top }
  return { items, bottom: inkBottom(job, items) }
}

/** 发文字号 in the middle, or one character from the left when 签发人 stands at its right. */
function numberPlace(approvers: ApproverLines | undefined): readonly [Across, room: Mm] {
  if (!approvers) return [{ centre: CENTRE }, TYPE_AREA.width]
  const left = TYPE_AREA.x + CELL
  return [{ left }, approvers.left - CELL - left]
}

/** 份号, 密级和保密期限, 紧急程度, one to a line, flush left (7.2.1 to 7.2.3). */
function topLines(job: Job, top: Mm, secondForSecrecy: boolean, room = TYPE_AREA.width): readonly DisplayItem[] {
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
    const piece = pieceOf(job, text, wordStyle(role), name, element?.at)
    return fitWord(job, piece, { left: TYPE_AREA.x }, baseline, room)
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
  const half = TYPE_AREA.width / 2 - CELL
  const number = word(job, numberText(docNumber), 'docNumber', docNumber, { right: RIGHT }, top, half)
  const left = topLines(job, top, false, half)
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

function orderHead(job: Job, shrink: number): Head {
  const marked = setMark(job, TYPE_AREA.y + ORDER.markTop, shrink)
  const { orderNumber } = job.document.head
  const top = below(job, marked?.bottom ?? TYPE_AREA.y, ORDER.numberBlankLines)
  const number = centred(job, orderNumber, 'orderNumber', top)
  return {
    items: [...topLines(job, TYPE_AREA.y, true), ...(marked?.items ?? []), ...number],
    bodyTop: top + BODY_HEIGHT + job.leading + ORDER.bodyBlankLines * job.linePitch,
    bodyBottom: TYPE_AREA_BOTTOM,
    ...sizeOf(marked),
  }
}

/** 10.3 gives the mark alone; number, organ, date and the red line below them are practice. */
function minutesHead(job: Job, shrink: number): Head {
  const marked = setMark(job, TYPE_AREA.y + MINUTES.markTop, shrink)
  const { issueNumber, issueDate } = job.document.head
  const numberTop = below(job, marked?.bottom ?? TYPE_AREA.y, 1)
  const number = centred(job, issueNumber, 'issueNumber', numberTop)
  const lineTop = number.length > 0 ? numberTop + 2 * job.linePitch : numberTop
  const [issuer] = job.document.issuers
  const [left, right] = [{ left: TYPE_AREA.x + CELL }, { right: RIGHT - CELL }]
  const third = TYPE_AREA.width / 3
  const imprinted = [
    ...word(job, issuer?.value ?? '', 'issuer', issuer, left, lineTop, TYPE_AREA.width - third - 3 * CELL),
    ...word(job, textsOf(issueDate).join(''), 'issueDate', issueDate, right, lineTop, third),
  ]
  const red = lineTop + BODY_HEIGHT + HEAD.redLineGap
  return {
    items: [...topLines(job, TYPE_AREA.y, true), ...(marked?.items ?? []), ...number, ...imprinted, redLine(red)],
    bodyTop: red + HEAD.titleBlankLines * job.linePitch,
    bodyBottom: TYPE_AREA_BOTTOM,
    ...sizeOf(marked),
  }
}

/** A text in 3号仿宋 on one line whose top is given. */
function word(
  job: Job,
  text: string,
  name: string,
  element: Element<string, unknown> | undefined,
  across: Across,
  top: Mm,
  room: Mm,
): readonly Run[] {
  const piece = pieceOf(job, text, wordStyle('仿宋'), name, element?.at)
  return fitWord(job, piece, across, top + baselineOf(BODY_HEIGHT), room)
}

function centred(
  job: Job,
  element: Element<string, unknown> | undefined,
  name: string,
  top: Mm,
): readonly DisplayItem[] {
  return word(job, textOfElement(element), name, element, { centre: CENTRE }, top, TYPE_AREA.width)
}
