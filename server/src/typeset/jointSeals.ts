import type { Element } from '../model/document.ts'
import { BODY_HEIGHT, TYPE_AREA } from '../standard/layout.ts'
import { SEAL_DROP } from '../standard/seals.ts'
import { type Mm, ptToMm } from '../standard/units.ts'
import { type Job, pieceOf } from './job.ts'
import { diameterOf, organSeal } from './organSeal.ts'
import { wordStyle } from './piece.ts'
import type { Mark, Row } from './row.ts'
import { bodyShape, textRows } from './textRows.ts'

/** Three seals of up to 50 mm fill the width of the type area. */
const PER_ROW = 3
const COLUMN: Mm = TYPE_AREA.width / PER_ROW
/** Seals neither touch nor overlap. */
const SEAL_GAP: Mm = 2

interface Placed {
  readonly row: Row
  readonly y: Mm
}

/** Several organs (7.3.5.1): names in rows of three in their order, each under its own seal, the date under the last. */
export function jointSealRow(
  job: Job,
  names: readonly string[],
  date: string,
  nameSource: Element<string, unknown> | undefined,
  dateSource: Element | undefined,
): Row {
  const owners = names.map((name, index) => job.document.issuers[index]?.value ?? name)
  const diameters = owners.map((owner) => Math.min(diameterOf(job, owner), COLUMN - SEAL_GAP))
  const tallest = Math.max(...diameters)
  const step = tallest + SEAL_GAP
  const rowsOfSeals = Math.ceil(names.length / PER_ROW)
  // The first row's top lies within one line of the text.
  const firstCentre = tallest / 2 + job.linePitch / 4 - job.leading
  const placed: Placed[] = []
  const seals: { readonly owner: string; readonly diameter: Mm; readonly cx: Mm; readonly cy: Mm }[] = []
  const middles = names.map((_, index): Mm => {
    const sealRow = Math.floor(index / PER_ROW)
    const inRow = sealRow === rowsOfSeals - 1 ? names.length - sealRow * PER_ROW : PER_ROW
    const column = (index % PER_ROW) + (PER_ROW - inRow) / (inRow === 1 ? 1 : 2)
    return (column + 0.5) * COLUMN
  })
  const texts = names.map((name, index) => {
    const cx = middles[index] as Mm
    const lines = centred(job, name, 'signatory', nameSource, cx)
    return index < names.length - 1 ? lines : [...lines, ...centred(job, date, 'issueDate', dateSource, cx)]
  })
  names.forEach((_, index) => {
    const sealRow = Math.floor(index / PER_ROW)
    const cx = middles[index] as Mm
    const cy = firstCentre + sealRow * step
    // The names of a row begin on one line, whatever stands below the first of them.
    const beside = texts.slice(sealRow * PER_ROW, (sealRow + 1) * PER_ROW)
    const tall = Math.max(...beside.map((rows) => rows.length))
    const top = cy + SEAL_DROP.usual - (tall * job.linePitch - job.leading) / 2
    placed.push(...(texts[index] ?? []).map((row, line) => ({ row, y: top + line * job.linePitch })))
    seals.push({ owner: owners[index] as string, diameter: diameters[index] as Mm, cx, cy })
  })
  const lowestSeal = Math.max(...seals.map(({ cy, diameter }) => cy + diameter / 2))
  const lowestText = Math.max(...placed.map(({ y }) => y)) + BODY_HEIGHT
  return {
    height: lowestText,
    reach: Math.max(lowestSeal, lowestText),
    before: 0,
    after: job.leading,
    draw: (x, y) => placed.flatMap((each) => each.row.draw(x, y + each.y)),
    seals: (x, y) => seals.map(({ owner, diameter, cx, cy }) => organSeal(job, owner, diameter, x + cx, y + cy)),
    marks: placed.flatMap(({ row, y }) => row.marks.map((mark): Mark => ({ ...mark, rect: { ...mark.rect, y } }))),
    tag: 'P',
    block: {},
  }
}

function centred(
  job: Job,
  text: string,
  element: string,
  source: Element<string, unknown> | undefined,
  cx: Mm,
): readonly Row[] {
  const piece = pieceOf(job, text, wordStyle('仿宋'), element, source?.at)
  const half = COLUMN / 2 - ptToMm(1)
  return textRows(job, [piece], {
    ...bodyShape(job, element, 'P'),
    align: 'center',
    first: cx - half,
    rest: cx - half,
    right: cx + half,
    source: job.source(source?.at),
  })
}
