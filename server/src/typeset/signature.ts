import type { Element, Part } from '../model/document.ts'
import { textOfElement, textsOf } from '../model/text.ts'
import { BODY_HEIGHT, CELL, COLUMNS, SIGNATURE } from '../standard/layout.ts'
import { blankLinesAboveSeal, SEAL_DROP } from '../standard/seals.ts'
import type { Mm } from '../standard/units.ts'
import type { Job } from './job.ts'
import { jointSealRows } from './jointSeals.ts'
import { breakName } from './names.ts'
import { withNotes } from './note.ts'
import { diameterOf, organSeal } from './organSeal.ts'
import type { Row } from './row.ts'
import { type PlacedLine, type SignatureLine, signatureBlockRows, signatureLine } from './signatureBlock.ts'
import { signatureSealRows } from './signatureSeals.ts'

/** 署名, 成文日期, 印章 and 附注 of the document (GB/T 9704—2012 7.3.5, 7.3.6). */
export function signatureRows(job: Job): readonly Row[] {
  const form = textOfElement(job.document.head.signatureForm)
  return withNotes(job, withText(formRows(job, form)))
}

function withText(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => ({ ...row, needsText: index === 0 }))
}

/** What a signature is made of. */
interface Signed {
  readonly names: readonly string[]
  readonly date: string
  readonly nameSource: Element<string, unknown> | undefined
  readonly dateSource: Element<string, unknown> | undefined
}

/** The widest that 成文日期 may be: what its blank at the right leaves, where it has the widest. */
const DATE_ROOM: Mm = (COLUMNS - SIGNATURE.sealedDateRight) * CELL
/** Names that are wider are broken, as those of temporary bodies may be. */
const MOST_COLUMNS = COLUMNS - 4

function formRows(job: Job, form: string): readonly Row[] {
  const { issuers, head } = job.document
  const { signatory, issueDate } = head
  const names = signatory ? textsOf(signatory) : issuers.map((issuer) => issuer.value)
  const signed: Signed = {
    names,
    date: textOfElement(issueDate),
    nameSource: signatory ?? issuers[0],
    dateSource: issueDate,
  }
  if (form === '无' || (names.length === 0 && !issueDate)) return []
  if (form === '签名章' && head.signedBy) return signatureSealRows(job)
  if (form === '不加盖印章') return unsealedRows(job, signed)
  if (issuers.length > 1 && names.length > 1) return jointSealRows(job, signed)
  return sealedRows(job, signed)
}

function nameLines(job: Job, { names, nameSource }: Signed): readonly SignatureLine[] {
  return names
    .flatMap((name) => breakName(name, MOST_COLUMNS))
    .map((line) => signatureLine(job, line, 'signatory', nameSource))
}

/** 7.3.5.1, one organ: date four characters from the right, name centred on it, seal pressing both. */
function sealedRows(job: Job, signed: Signed): readonly Row[] {
  const owner = job.document.issuers[0]?.value ?? signed.names[0] ?? ''
  const date = signatureLine(job, signed.date, 'issueDate', signed.dateSource, DATE_ROOM)
  const names = nameLines(job, signed)
  const widest = Math.max(0, ...names.map(({ width }) => width))
  // A name much longer than the date would leave the type area: the date moves left with it.
  const blank = Math.max(SIGNATURE.sealedDateRight * CELL, (widest - date.width) / 2)
  const centre = job.width - blank - date.width / 2
  const lines = [...names, date].map(
    (line, index): PlacedLine => ({ line, x: centre - line.width / 2, y: index * job.linePitch }),
  )
  const diameter = diameterOf(job, owner)
  const blankLines = blankLinesAboveSeal(diameter)
  const seal = {
    y: sealTop(job, diameter, blankLines, names.length * job.linePitch),
    height: diameter,
    draw: (x: Mm, y: Mm) => organSeal(job, owner, diameter, x + centre, y + diameter / 2),
  }
  return signatureBlockRows(job, { lines, seals: [seal] }, blankLines * job.linePitch)
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
function unsealedRows(job: Job, signed: Signed): readonly Row[] {
  const date = signatureLine(job, signed.date, 'issueDate', signed.dateSource, DATE_ROOM)
  const names = nameLines(job, signed)
  const widest = Math.max(0, ...names.map(({ width }) => width))
  const edge = job.width - SIGNATURE.unsealedRight * CELL
  const shift = SIGNATURE.unsealedDateShift * CELL
  const left = date.width > widest ? edge - date.width - shift : edge - widest
  const lines = names.map((line, index): PlacedLine => ({ line, x: left, y: index * job.linePitch }))
  if (signed.date !== '') lines.push({ line: date, x: left + shift, y: names.length * job.linePitch })
  return signatureBlockRows(job, { lines, seals: [] }, SIGNATURE.unsealedBlankLines * job.linePitch)
}

/** 署名 and date of a forwarded text: unsealed, as typed. */
export function partSignatureRows(job: Job, part: Part): readonly Row[] {
  const signature = part.signature ?? []
  const [dateSource] = signature.filter(({ kind }) => kind === 'issueDate')
  const names = signature.filter(({ kind }) => kind !== 'issueDate')
  if (signature.length === 0) return []
  const date = textOfElement(dateSource)
  return withText(unsealedRows(job, { names: names.flatMap(textsOf), date, nameSource: names[0], dateSource }))
}
