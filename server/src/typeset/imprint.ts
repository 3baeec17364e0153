import type { Element } from '../model/document.ts'
import { textOfElement, textsOf } from '../model/text.ts'
import { IMPRINT, TYPE_AREA, TYPE_AREA_BOTTOM } from '../standard/layout.ts'
import { type Mm, ptToMm } from '../standard/units.ts'
import { textAt } from '../syntax/tree.ts'
import { fitWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import type { DisplayItem, Line } from './pages.ts'
import { freeStyle, type Piece } from './piece.ts'
import { baselineOf, bodyShape, labelledRows, measure, textRows } from './textRows.ts'

/** What of 版记 stands on one page. */
export interface ImprintPage {
  readonly height: Mm
  /** Draws it so that it ends on the lower edge of the type area. @param left of the type area */
  readonly draw: (left: Mm) => readonly DisplayItem[]
}

/** 版记 from page to page: one as a rule, none when there is nothing to print. */
export type Imprint = readonly ImprintPage[]

const SIDE: Mm = ptToMm(IMPRINT.size) * IMPRINT.sideCells
const GLYPH: Mm = ptToMm(IMPRINT.size)
const STYLE = freeStyle('仿宋', IMPRINT.size)
const ABOVE_TEXT: Mm = (IMPRINT.linePitch - GLYPH) / 2
/** Lines of 版记 that a page holds. */
const MOST_LINES = Math.floor(TYPE_AREA.height / IMPRINT.linePitch)
/** Blank between 印发机关 and 印发日期. */
const BETWEEN: Mm = GLYPH

/** A line of 版记, and the weight of the line drawn above it. */
interface ImprintLine {
  readonly rule?: Mm
  readonly draw: (left: Mm, top: Mm) => readonly DisplayItem[]
}

/**
 * 版记 (GB/T 9704—2012 7.4): 主送 if it was moved here, 抄送, 分送, then the row of 印发机关 and 印发日期; of 信函 the
 * lists alone, without lines (10.1). Lists that are longer than a page begin on the pages before the last; that is
 * reported.
 * @param addressee 主送 that found no room on the first page (7.3.2)
 */
export function imprintOf(job: Job, addressee: Element<string, unknown> | undefined): Imprint {
  const { imprint, format } = job.document
  const letter = format === '信函'
  const moved = addressee ?? imprint.addressee
  const lists = [
    ...listLines(job, '主送', 'addressee', moved, typedTexts(moved)),
    ...listLines(job, '抄送', 'copyTo', imprint.copyTo),
    ...listLines(job, '分送', 'distribution', imprint.distribution),
  ]
  const printed = !letter && (textOfElement(imprint.printer) !== '' || textOfElement(imprint.printDate) !== '')
  const ruled = [...lists, ...(printed ? [withRule(printLine(job), letter ? undefined : IMPRINT.thin)] : [])]
  const [first, ...others] = ruled
  const lines = [
    ...opennessLines(job),
    ...(first ? [withRule(first, letter ? undefined : IMPRINT.thick), ...others] : []),
  ]
  if (lines.length > MOST_LINES) {
    job.report('imprint-over-page', job.source((moved ?? imprint.copyTo ?? imprint.distribution)?.at), lines.length)
  }
  const closed = !letter && ruled.length > 0
  return pagesOf(lines).map((page, index, pages) => imprintPage(page, closed && index === pages.length - 1))
}

/** The last page is filled first: it ends the document. */
function pagesOf(lines: readonly ImprintLine[]): readonly (readonly ImprintLine[])[] {
  const pages: (readonly ImprintLine[])[] = []
  for (let end = lines.length; end > 0; end -= MOST_LINES)
    pages.unshift(lines.slice(Math.max(0, end - MOST_LINES), end))
  return pages
}

function imprintPage(lines: readonly ImprintLine[], closed: boolean): ImprintPage {
  const height = lines.length * IMPRINT.linePitch
  const top = TYPE_AREA_BOTTOM - height
  return {
    height,
    draw: (left) => [
      ...lines.flatMap((line, index): readonly DisplayItem[] => {
        const y = top + index * IMPRINT.linePitch
        const drawn = line.draw(left, y + ABOVE_TEXT)
        return line.rule === undefined ? drawn : [rule(left, y, line.rule), ...drawn]
      }),
      ...(closed ? [rule(left, TYPE_AREA_BOTTOM, IMPRINT.thick)] : []),
    ],
  }
}

function withRule(line: ImprintLine, weight: Mm | undefined): ImprintLine {
  return weight === undefined ? line : { ...line, rule: weight }
}

function rule(left: Mm, y: Mm, weight: Mm): Line {
  const x2 = left + TYPE_AREA.width
  return { kind: 'line', x1: left, y1: y, x2, y2: y, weight, colour: '黑', element: 'imprintLine' }
}

/** 主送 as it was typed, for its names do not say which of them 、 joins. */
function typedTexts(addressee: Element<string, unknown> | undefined): readonly string[] {
  const places = addressee?.lines ?? (addressee?.at ? [addressee.at] : [])
  const typed = places.map((at) => textAt(at).trim()).join('')
  return typed === '' ? textsOf(addressee) : [typed]
}

/** A list hanging behind its label, with 。 behind its last name (7.4.2). */
function listLines(
  job: Job,
  label: string,
  name: string,
  element: Element<string, unknown> | undefined,
  written = textsOf(element),
): readonly ImprintLine[] {
  const texts = written.map((text) => text.replace(/[，。；：:]+$/, ''))
  if (texts.length === 0) return []
  const labels: [Piece, Mm][] = [[pieceOf(job, `${label}：`, STYLE, name), SIDE]]
  const pieces: Piece[] = []
  texts.forEach((text, index) => {
    pieces.push(pieceOf(job, text, STYLE, name, element?.at))
    pieces.push(pieceOf(job, index === texts.length - 1 ? '。' : '，', STYLE, name))
  })
  return labelledRows(job, labels, pieces, {
    ...bodyShape(job, name, 'P'),
    first: SIDE + 3 * GLYPH,
    rest: SIDE + 3 * GLYPH,
    right: TYPE_AREA.width - SIDE,
    height: GLYPH,
    source: job.source(element?.at),
  })
}

/** 公开方式 stands above the first line of 版记 (practice of some regions). */
function opennessLines(job: Job): readonly ImprintLine[] {
  const { openness } = job.document.imprint
  const text = textOfElement(openness)
  if (text === '') return []
  const pieces = [pieceOf(job, '公开方式：', STYLE, 'openness'), pieceOf(job, text, STYLE, 'openness', openness?.at)]
  return textRows(job, pieces, {
    ...bodyShape(job, 'openness', 'P'),
    first: SIDE,
    rest: SIDE,
    right: TYPE_AREA.width - SIDE,
    height: GLYPH,
    source: job.source(openness?.at),
  })
}

/** 印发机关 left, 印发日期 right, one character blank on each side (7.4.3). */
function printLine(job: Job): ImprintLine {
  const { printer, printDate } = job.document.imprint
  const organ = pieceOf(job, textOfElement(printer), STYLE, 'printer', printer?.at)
  const written = textOfElement(printDate)
  const date = [
    pieceOf(job, written, STYLE, 'printDate', printDate?.at),
    pieceOf(job, written === '' || written.endsWith('印发') ? '' : '印发', STYLE, 'printDate'),
  ]
  const dated = Math.min(ptToMm(measure(job, date)), TYPE_AREA.width / 2)
  const room = TYPE_AREA.width - 2 * SIDE - (written === '' ? 0 : dated + BETWEEN)
  return {
    draw: (left, top) => {
      const baseline = top + baselineOf(GLYPH)
      const right = left + TYPE_AREA.width - SIDE
      return [
        ...fitWord(job, organ, { left: left + SIDE }, baseline, room),
        ...fitWord(job, date, { right }, baseline, dated),
      ]
    },
  }
}
