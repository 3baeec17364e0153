import type { Bar } from '../pdf/content/marks.ts'
import { type Box, union } from '../pdf/content/matrix.ts'
import { HEAD, LETTER, PAPER, TYPE_AREA } from '../standard/layout.ts'
import { SECRECY_LEVELS } from '../standard/secrecy.ts'
import { ptToMm } from '../standard/units.ts'
import { PAPER_URGENCIES, TELEGRAM_URGENCIES } from '../standard/urgency.ts'
import { lengthOf, middle } from './bars.ts'
import { findImprint, type Imprint, imprintTop } from './imprint.ts'
import { isRed, type Line } from './line.ts'
import type { MeasuredPage } from './page.ts'
import { findTail, type Tail } from './tail.ts'
import { type OwnTypeArea, ownTypeArea } from './typeArea.ts'

/** The four forms of GB/T 9704—2012 that a page may have: the general one and those of clause 10. */
export type Format = '文件' | '信函' | '命令' | '纪要'

/** 发文机关标志: lines of red text, or the box of red outlines where the text was turned into paths. */
export interface Mark {
  readonly lines: readonly Line[]
  readonly ink: Box
  readonly inkKnown: boolean
}

/** The elements of the standard that were recognised on the pages. */
export interface Anatomy extends Tail {
  readonly imprint: Imprint | undefined
  readonly format: Format
  readonly pages: readonly MeasuredPage[]
  readonly area: OwnTypeArea
  readonly copyNumber: Line | undefined
  readonly secrecy: Line | undefined
  readonly urgency: Line | undefined
  readonly mark: Mark | undefined
  readonly docNumber: Line | undefined
  readonly orderNumber: Line | undefined
  /** 签发人, label and names, from top to bottom. */
  readonly approvers: readonly Line[]
  /** Red lines of the first page, at least as long as half the type area. */
  readonly redBars: readonly Bar[]
  /** The one red line under 版头 of the general format. */
  readonly separator: Bar | undefined
  readonly title: readonly Line[]
  readonly addressee: readonly Line[]
  /** Running text of the main part on all pages. */
  readonly body: readonly Line[]
}

/** `某政发〔2026〕12号`, with the brackets that people use instead and a place kept for the number. */
const DOC_NUMBER = /^[^，。；：]{1,16}[〔[［【（(〈]\s*\d{4}\s*[〕\]］】）)〉]\s*第?\s*\d*\s*号$/
const ORDER_NUMBER = /^第\s*[\d一二三四五六七八九十百〇零]*\s*号$/
const COPY_NUMBER = /^(?:份号[：:]?)?(?:No\.?|№)?\s*\d{3,8}$/i
const SECRECY = new RegExp(`^(?:${SECRECY_LEVELS.map((level) => [...level].join('\\s*')).join('|')})(?:\\s*[★☆].*)?$`)
const URGENCY = new RegExp(
  `^(?:${[...new Set([...PAPER_URGENCIES, ...TELEGRAM_URGENCIES])].map((each) => [...each].join('\\s*')).join('|')})$`,
)

/** Recognises the elements by what is written, its colour, size and place. */
export function anatomyOf(pages: readonly MeasuredPage[]): Anatomy {
  const [first] = pages
  const imprint = findImprint(pages)
  const texts = pages.map((page) => withoutImprint(page, imprint))
  const area = ownTypeArea(texts.flatMap(({ lines }) => lines))
  const lines = first?.lines ?? []
  const redBars = (first?.redBars ?? []).filter((bar) => lengthOf(bar) >= TYPE_AREA.width / 2)
  const mark = first && findMark(first)
  const format = formatOf(mark, redBars, lines)
  const above = lines.filter(({ baseline }) => baseline < PAPER.height * 0.6)
  const docNumber = above.find(({ text }) => DOC_NUMBER.test(text))
  const orderNumber = format === '命令' ? above.find(({ text }) => ORDER_NUMBER.test(text)) : undefined
  const approvers = findApprovers(above)
  const separator = format === '信函' ? undefined : separatorOf(redBars)
  const headBottom = Math.max(
    mark?.ink.bottom ?? 0,
    docNumber?.bottom ?? 0,
    orderNumber?.bottom ?? 0,
    separator ? middle(separator) : 0,
    format === '信函' && redBars[0] ? redBars[0].box.bottom : 0,
  )
  const corner = lines.filter(({ bottom }) => bottom < headBottom || mark === undefined).slice(0, 6)
  const copyNumber = corner.find(({ text }) => COPY_NUMBER.test(text))
  const secrecy = above.find(({ text }) => SECRECY.test(text))
  const urgency = above.find(({ text }) => URGENCY.test(text))
  const head = new Set<Line | undefined>([
    ...(mark?.lines ?? []),
    docNumber,
    orderNumber,
    copyNumber,
    secrecy,
    urgency,
    ...approvers,
  ])
  const below = lines.filter((line) => !head.has(line) && line.top > headBottom - 1)
  const title = format === '命令' ? [] : findTitle(below, area)
  const afterTitle = below.slice(title.length)
  const addressee = title.length > 0 ? findAddressee(afterTitle, area) : []
  const tail = findTail(texts, area, new Set([...head, ...title, ...addressee]), headBottom)
  return {
    format,
    imprint,
    pages,
    area,
    mark,
    docNumber,
    orderNumber,
    approvers,
    redBars,
    separator,
    copyNumber,
    secrecy,
    urgency,
    title,
    addressee,
    ...tail,
  }
}

function withoutImprint(page: MeasuredPage, imprint: Imprint | undefined): MeasuredPage {
  if (imprint?.page !== page) return page
  const top = imprintTop(imprint)
  return { ...page, lines: page.lines.filter((line) => line.top < top - 1) }
}

/** Red text of at least 一号, or red outlines of that height, in the upper half of the first page. */
function findMark({ lines, marks }: MeasuredPage): Mark | undefined {
  const upper = PAPER.height / 2
  const red = lines.filter(({ colour, size, baseline }) => isRed(colour) && size >= 18 && baseline < upper)
  if (red.length > 0) {
    const ink = union(red.map((line) => line.ink)) as Box
    return { lines: red, ink, inkKnown: red.every(({ inkKnown }) => inkKnown) }
  }
  const outlines = marks.shapes.filter(
    ({ colour, box }) => isRed(colour) && box.bottom < upper && box.bottom - box.top < HEAD.stack.height,
  )
  const ink = union(outlines.map(({ box }) => box))
  return ink && ink.bottom - ink.top > ptToMm(18) / 2 && ink.right - ink.left > 20
    ? { lines: [], ink, inkKnown: true }
    : undefined
}

function formatOf(mark: Mark | undefined, redBars: readonly Bar[], lines: readonly Line[]): Format {
  const text = mark?.lines.map((line) => line.text).join('') ?? ''
  const letterBars = redBars.filter((bar) => lengthOf(bar) > (TYPE_AREA.width + LETTER.lineWidth) / 2)
  const low = letterBars.some((bar) => middle(bar) > PAPER.height * 0.85)
  if (low || (mark && mark.ink.top < TYPE_AREA.y + ORDER_GAP && letterBars.length > 0)) return '信函'
  if (/(?:命\s*令|令)$/.test(text) && lines.some((line) => ORDER_NUMBER.test(line.text))) return '命令'
  if (/纪\s*要$/.test(text)) return '纪要'
  return '文件'
}

/** Marks of letters begin above the type area; those of all others below this distance from its edge (mm). */
const ORDER_GAP = 10

/** Two lines of a compound one count as their first. */
function separatorOf(redBars: readonly Bar[]): Bar | undefined {
  return redBars.find((bar) => lengthOf(bar) > TYPE_AREA.width * 0.7) ?? redBars[0]
}

function findApprovers(lines: readonly Line[]): readonly Line[] {
  const start = lines.findIndex(({ text }) => /^签\s*发\s*人/.test(text))
  const label = lines[start]
  if (label === undefined) return []
  // Names of further lines stand under the first name, on the lines down to that of 发文字号.
  const number = lines.find(({ text }) => DOC_NUMBER.test(text))
  const lowest = Math.max(label.baseline, number?.baseline ?? 0) + 1
  return lines.filter(
    (line, index) => index >= start && line !== number && line.baseline <= lowest && line.left > label.left - 1,
  )
}

/** A centred line may be off that far and still be meant to be centred (mm). */
const CENTRED = 6

function findTitle(lines: readonly Line[], area: OwnTypeArea): readonly Line[] {
  const centre = (line: Line) =>
    Math.abs((line.left + line.right) / 2 - (area.left(line.page) + area.right(line.page)) / 2)
  const [first] = lines
  if (first === undefined || first.size < area.bodySize) return []
  // A title of its own size is one wherever it stands.
  if (centre(first) > CENTRED && first.size < area.bodySize + 2) return []
  const end = lines.findIndex(
    (line) => (line !== first && centre(line) > CENTRED) || Math.abs(line.size - first.size) > 1,
  )
  const title = end < 0 ? lines : lines.slice(0, end)
  return first.size > area.bodySize + 0.5 || title.length <= 4 ? title : []
}

/** 主送 set like a paragraph is still taken for it (mm). */
const ADDRESSEE_INDENT = 12

function findAddressee(lines: readonly Line[], area: OwnTypeArea): readonly Line[] {
  const flush = lines.slice(0, 6).findIndex((line) => Math.abs(line.left - area.left(line.page)) > ADDRESSEE_INDENT)
  const candidates = flush < 0 ? lines.slice(0, 6) : lines.slice(0, flush)
  const end = candidates.findIndex(({ text }) => /[：:]$/.test(text))
  // A first sentence may end so, too: 现通知如下：
  if (candidates.slice(0, end + 1).some(({ text }) => /[。；]|如下/.test(text))) return []
  return candidates.slice(0, end + 1)
}
