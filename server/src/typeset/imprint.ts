import type { Element } from '../model/document.ts'
import { textOfElement, textsOf } from '../model/text.ts'
import { IMPRINT, TYPE_AREA, TYPE_AREA_BOTTOM } from '../standard/layout.ts'
import { type Mm, ptToMm } from '../standard/units.ts'
import { setWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import type { DisplayItem, Line } from './pages.ts'
import { freeStyle, type Piece } from './piece.ts'
import type { Row } from './row.ts'
import { baselineOf, bodyShape, labelledRows, textRows } from './textRows.ts'

/** 版记, measured from its top. */
export interface Imprint {
  readonly height: Mm
  /** Draws it so that it ends on the lower edge of the type area. */
  readonly draw: () => readonly DisplayItem[]
}

const SIDE: Mm = ptToMm(IMPRINT.size) * IMPRINT.sideCells
const GLYPH: Mm = ptToMm(IMPRINT.size)
const STYLE = freeStyle('仿宋', IMPRINT.size)
const ABOVE_TEXT: Mm = (IMPRINT.linePitch - GLYPH) / 2

/**
 * 版记 (GB/T 9704—2012 7.4): 主送 if it was moved here, 抄送, 分送, then the row of 印发机关 and 印发日期; of 信函 the
 * lists alone, without lines (10.1). Undefined when there is nothing to print.
 * @param addressee 主送 that found no room on the first page (7.3.2)
 */
export function imprintOf(job: Job, addressee: Element<string, unknown> | undefined): Imprint | undefined {
  const { imprint, format } = job.document
  const letter = format === '信函'
  const lists = [
    ...listRows(job, '主送', 'addressee', addressee ?? imprint.addressee),
    ...listRows(job, '抄送', 'copyTo', imprint.copyTo),
    ...listRows(job, '分送', 'distribution', imprint.distribution),
  ]
  const printed = !letter && (textOfElement(imprint.printer) !== '' || textOfElement(imprint.printDate) !== '')
  const openness = opennessRows(job)
  if (lists.length === 0 && !printed && openness.length === 0) return undefined
  const lined = lists.length + (printed ? 1 : 0)
  const height = (openness.length + lined) * IMPRINT.linePitch
  return {
    height,
    draw: () => {
      let y = TYPE_AREA_BOTTOM - height
      const items: DisplayItem[] = []
      const lay = (rows: readonly Row[]) => {
        for (const row of rows) {
          for (const item of row.draw(TYPE_AREA.x, y + ABOVE_TEXT)) items.push(item)
          y += IMPRINT.linePitch
        }
      }
      lay(openness)
      if (!letter && lined > 0) items.push(rule(y, IMPRINT.thick))
      lay(lists)
      if (printed) {
        if (lists.length > 0) items.push(rule(y, IMPRINT.thin))
        items.push(...printRow(job, y + ABOVE_TEXT))
      }
      if (!letter && lined > 0) items.push(rule(TYPE_AREA_BOTTOM, IMPRINT.thick))
      return items
    },
  }
}

function rule(y: Mm, weight: Mm): Line {
  return {
    kind: 'line',
    x1: TYPE_AREA.x,
    y1: y,
    x2: TYPE_AREA.x + TYPE_AREA.width,
    y2: y,
    weight,
    colour: '黑',
    element: 'imprintLine',
  }
}

/** A list hanging behind its label, with 。 behind its last name (7.4.2). */
function listRows(
  job: Job,
  label: string,
  name: string,
  element: Element<string, unknown> | undefined,
): readonly Row[] {
  const texts = textsOf(element).map((text) => text.replace(/[，。；：:]+$/, ''))
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
function opennessRows(job: Job): readonly Row[] {
  const { openness } = job.document.imprint
  const text = textOfElement(openness)
  if (text === '') return []
  const pieces = [pieceOf(job, '公开方式：', STYLE, 'openness'), pieceOf(job, text, STYLE, 'openness', openness?.at)]
  return textRows(job, pieces, {
    ...bodyShape(job, 'openness', 'P'),
    first: SIDE,
    height: GLYPH,
    source: job.source(openness?.at),
  })
}

/** 印发机关 left, 印发日期 right, one character blank on each side (7.4.3). */
function printRow(job: Job, top: Mm): readonly DisplayItem[] {
  const { printer, printDate } = job.document.imprint
  const baseline = top + baselineOf(GLYPH)
  const organ = pieceOf(job, textOfElement(printer), STYLE, 'printer', printer?.at)
  const written = textOfElement(printDate)
  const date = pieceOf(job, written, STYLE, 'printDate', printDate?.at)
  const suffix = pieceOf(job, written === '' || written.endsWith('印发') ? '' : '印发', STYLE, 'printDate')
  return [
    ...setWord(job, organ, { left: TYPE_AREA.x + SIDE }, baseline),
    ...setWord(job, [date, suffix], { right: TYPE_AREA.x + TYPE_AREA.width - SIDE }, baseline),
  ]
}
