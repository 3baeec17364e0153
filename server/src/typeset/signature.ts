import type { Element, Part } from '../model/document.ts'
import { splitPostAndName } from '../model/postAndName.ts'
import { textOfElement, textsOf } from '../model/text.ts'
import { BODY_HEIGHT, CELL, COLUMNS, SIGNATURE } from '../standard/layout.ts'
import { blankLinesAboveSeal, SEAL_DROP, SIGNATURE_SEAL } from '../standard/seals.ts'
import { type Mm, ptToMm, type Rect } from '../standard/units.ts'
import { columnsOf } from '../text/cjk.ts'
import { balanceTitle } from './balance.ts'
import { type Job, pieceOf } from './job.ts'
import { jointSealRow } from './jointSeals.ts'
import { withNotes } from './note.ts'
import { diameterOf, organSeal } from './organSeal.ts'
import { wordStyle } from './piece.ts'
import { blankRow, type LooseSeal, type Mark, type Row } from './row.ts'
import { drawSignatureSeal } from './sealDrawing.ts'
import { bodyShape, measure, textRows } from './textRows.ts'

/** 署名, 成文日期, 印章 and 附注 of the document (GB/T 9704—2012 7.3.5, 7.3.6). */
export function signatureRows(job: Job): readonly Row[] {
  const form = textOfElement(job.document.head.signatureForm)
  const rows = formRows(job, form).map((row) => ({ ...row, needsText: true }))
  return withNotes(job, rows)
}

function formRows(job: Job, form: string): readonly Row[] {
  const { issuers, head } = job.document
  const date = head.issueDate as Element | undefined
  const signatory = head.signatory
  const written = signatory ? textsOf(signatory) : issuers.map((issuer) => issuer.value)
  // Only a name that is wider than a line of a title is broken, as the names of temporary bodies may be.
  const names = written.flatMap((name) => (columnsOf(name) > COLUMNS - 4 ? balanceTitle(name, []) : [name]))
  const nameSource = signatory ?? issuers[0]
  if (form === '无' || (names.length === 0 && !date)) return []
  if (form === '签名章' && head.signedBy) return signatureSealRows(job)
  if (form === '不加盖印章') return [unsealedRow(job, names, textsOf(date)[0] ?? '', nameSource, date)]
  if (issuers.length > 1 && written.length > 1)
    return [jointSealRow(job, written, textsOf(date)[0] ?? '', nameSource, date)]
  return [sealedRow(job, names, textsOf(date)[0] ?? '', nameSource, date)]
}

/** Width of a date with two digits of month and day. */
const DATE_CELLS = 7

/** A text of the signature, set in one line. */
function single(job: Job, text: string, element: string, source: Element<string, unknown> | undefined): LineOfText {
  // A draft has no date yet: its place is kept.
  if (text === '') return { width: DATE_CELLS * CELL, row: blankRow(BODY_HEIGHT), element }
  const piece = { ...pieceOf(job, text, wordStyle('仿宋'), element, source?.at), whole: element === 'signatory' }
  const width = ptToMm(measure(job, [piece]))
  const right = Math.max(job.width, width + 1)
  const rows = textRows(job, [piece], { ...bodyShape(job, element, 'P'), right, source: job.source(source?.at) })
  return { width, row: rows[0] as Row, element }
}

interface LineOfText {
  readonly width: Mm
  readonly row: Row
  readonly element: string
}

/** A line of the signature with its left edge and its distance from the top of the block. */
type Placed = readonly [line: LineOfText, x: Mm, y: Mm]

function blockRow(placed: readonly Placed[], before: Mm, leading: Mm, extra: Partial<Row> = {}): Row {
  const bottom = Math.max(...placed.map(([, , y]) => y)) + BODY_HEIGHT
  return {
    height: bottom,
    before,
    after: leading,
    draw: (x, y) => placed.flatMap(([line, dx, dy]) => line.row.draw(x + dx, y + dy)),
    marks: placed.flatMap(([line, x, y]) =>
      line.row.marks.map((mark): Mark => ({ ...mark, rect: { x, y, width: line.width, height: BODY_HEIGHT } })),
    ),
    tag: 'P',
    block: {},
    ...extra,
  }
}

/** 7.3.5.1, one organ: date four characters from the right, name centred on it, seal pressing both. */
function sealedRow(
  job: Job,
  names: readonly string[],
  date: string,
  nameSource?: Element<string, unknown>,
  dateSource?: Element,
): Row {
  const owner = job.document.issuers[0]?.value ?? names[0] ?? ''
  const dateLine = single(job, date, 'issueDate', dateSource)
  const nameLines = names.map((name) => single(job, name, 'signatory', nameSource))
  const widest = Math.max(0, ...nameLines.map((line) => line.width))
  // A name much longer than the date would leave the type area: the date moves left with it.
  const blank = Math.max(SIGNATURE.sealedDateRight * CELL, (widest - dateLine.width) / 2)
  const centre = job.width - blank - dateLine.width / 2
  const placed: Placed[] = nameLines.map((line, index) => [line, centre - line.width / 2, index * job.linePitch])
  const dateY = nameLines.length * job.linePitch
  placed.push([dateLine, centre - dateLine.width / 2, dateY])

  const diameter = diameterOf(job, owner)
  const blankLines = blankLinesAboveSeal(diameter)
  const top = sealTop(job, diameter, blankLines, dateY)
  const seal = (x: Mm, y: Mm) => organSeal(job, owner, diameter, x + centre, y + top + diameter / 2)
  const reach = Math.max(dateY + BODY_HEIGHT, top + diameter)
  return blockRow(placed, blankLines * job.linePitch, job.leading, { reach, seals: (x, y) => [seal(x, y)] })
}

/** Top of the seal from the top of the first name: name and date lie 2 to 4 mm below its centre, its top within one line of the text. */
function sealTop(job: Job, diameter: Mm, blankLines: number, dateY: Mm): Mm {
  const middle = dateY - job.linePitch / 2 + BODY_HEIGHT / 2
  const fromText = job.leading + blankLines * job.linePitch
  const top = (drop: number) => middle - drop - diameter / 2
  const wanted = [SEAL_DROP.usual, SEAL_DROP.most, SEAL_DROP.least].find((drop) => {
    const distance = fromText + top(drop)
    return distance >= 0 && distance <= job.linePitch
  })
  return top(wanted ?? SEAL_DROP.usual)
}

/** 7.3.5.2: one blank line, names two characters from the right, date two characters right of the name's first character. */
function unsealedRow(
  job: Job,
  names: readonly string[],
  date: string,
  nameSource?: Element<string, unknown>,
  dateSource?: Element,
): Row {
  const dateLine = single(job, date, 'issueDate', dateSource)
  const nameLines = names.map((name) => single(job, name, 'signatory', nameSource))
  const widest = Math.max(0, ...nameLines.map((line) => line.width))
  const edge = job.width - SIGNATURE.unsealedRight * CELL
  const shift = SIGNATURE.unsealedDateShift * CELL
  const left = dateLine.width > widest ? edge - dateLine.width - shift : edge - widest
  const placed: Placed[] = nameLines.map((line, index) => [line, left, index * job.linePitch])
  if (date !== '') placed.push([dateLine, left + shift, names.length * job.linePitch])
  return blockRow(placed, SIGNATURE.unsealedBlankLines * job.linePitch, job.leading)
}

/** 7.3.5.3: 签名章 of the 签署人 below each other, the post two characters left of its seal, the date a blank line below. */
function signatureSealRows(job: Job): readonly Row[] {
  const { head } = job.document
  const signedBy = textsOf(head.signedBy).map(splitPostAndName)
  const sealX = job.width - SIGNATURE.signatureSealRight * CELL - SIGNATURE_SEAL.width
  const step = SIGNATURE_SEAL.height + job.leading
  const middle = (SIGNATURE_SEAL.height - BODY_HEIGHT) / 2
  const placed: Placed[] = signedBy.map(({ post }, index) => {
    const line = single(job, post, 'signedByPost', head.signedBy)
    return [line, sealX - SIGNATURE.signatureSealPostGap * CELL - line.width, index * step + middle]
  })
  const date = head.issueDate as Element | undefined
  const dateLine = single(job, textsOf(date)[0] ?? '', 'issueDate', date)
  const sealsBottom = signedBy.length * step - job.leading
  const dateY = sealsBottom + job.leading + SIGNATURE.signatureSealDateBlankLines * job.linePitch
  placed.push([dateLine, job.width - SIGNATURE.signatureSealRight * CELL - dateLine.width, dateY])
  const seals = (x: Mm, y: Mm) =>
    signedBy.map(({ name }, index): LooseSeal => {
      const rect: Rect = { x: x + sealX, y: y + index * step, ...SIGNATURE_SEAL }
      return { issuer: name, kind: '签名章', rect, appearance: drawSignatureSeal(job.faces, name, rect) }
    })
  return [blockRow(placed, SIGNATURE.signatureSealBlankLines * job.linePitch, job.leading, { seals })]
}

/** 署名 and date of a forwarded text: unsealed, as typed. */
export function partSignatureRows(job: Job, part: Part): readonly Row[] {
  const signature = part.signature ?? []
  const dates = signature.filter((element) => element.kind === 'issueDate')
  const names = signature.filter((element) => element.kind !== 'issueDate')
  if (signature.length === 0) return []
  return [unsealedRow(job, names.flatMap(textsOf), dates[0]?.value ?? '', names[0], dates[0])]
}
