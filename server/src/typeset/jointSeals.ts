import type { Element } from '../model/document.ts'
import { CELL, SIGNATURE, TYPE_AREA } from '../standard/layout.ts'
import { JOINT_SEALS, SEAL_DROP } from '../standard/seals.ts'
import type { Mm } from '../standard/units.ts'
import { columnsOf } from '../text/cjk.ts'
import type { Job } from './job.ts'
import { breakName } from './names.ts'
import { diameterOf, organSeal } from './organSeal.ts'
import type { Row } from './row.ts'
import {
  type PlacedLine,
  type PlacedSeal,
  type SignatureLine,
  signatureBlockRows,
  signatureLine,
} from './signatureBlock.ts'

/** Names, date, and where they come from. */
interface Signed {
  readonly names: readonly string[]
  readonly date: string
  readonly nameSource: Element<string, unknown> | undefined
  readonly dateSource: Element<string, unknown> | undefined
}

/** An organ with its place in its row. */
interface Column {
  readonly name: string
  readonly owner: string
  readonly diameter: Mm
  /** Middle of name and seal. */
  readonly centre: Mm
}

/**
 * Several organs (GB/T 9704—2012 7.3.5.1): names in their order in rows of two or three, each under its own upright seal,
 * the date under the last; seals of a row on one line, neither touching nor overlapping, inside the type area, the first
 * row's top within one line of the text.
 */
export function jointSealRows(job: Job, signed: Signed): readonly Row[] {
  const date = signatureLine(job, signed.date, 'issueDate', signed.dateSource, TYPE_AREA.width / JOINT_SEALS.perRow)
  const rows = rowsOfColumns(job, signed.names, date.width)
  const lines: PlacedLine[] = []
  const seals: PlacedSeal[] = []
  let top = job.linePitch * JOINT_SEALS.topLines - job.leading
  rows.forEach((row, index) => {
    const texts = rowTexts(job, row, signed, index === rows.length - 1 ? date : undefined)
    const tallest = Math.max(...row.map(({ diameter }) => diameter))
    const high = Math.max(...texts.map(({ length }) => length)) * job.linePitch - job.leading
    const middle = top + Math.max(tallest / 2, high / 2 - SEAL_DROP.usual)
    row.forEach(({ owner, diameter, centre }, column) => {
      // The names of a row begin on one line, whatever stands below the first of them.
      const textTop = middle + SEAL_DROP.usual - high / 2
      for (const [at, line] of (texts[column] ?? []).entries()) {
        lines.push({ line, x: centre - line.width / 2, y: textTop + at * job.linePitch })
      }
      const draw = (x: Mm, y: Mm) => organSeal(job, owner, diameter, x + centre, y + diameter / 2)
      seals.push({ y: middle - diameter / 2, height: diameter, draw })
    })
    top = Math.max(middle + tallest / 2, middle + SEAL_DROP.usual + high / 2) + JOINT_SEALS.gap
  })
  return signatureBlockRows(job, { lines, seals }, 0)
}

/** Lines of each name of a row, the date below the last. */
function rowTexts(
  job: Job,
  row: readonly Column[],
  { nameSource }: Signed,
  date: SignatureLine | undefined,
): readonly (readonly SignatureLine[])[] {
  const columns = namesWidth(row)
  return row.map(({ name }, index) => {
    const lines = breakName(name, columns).map((line) => signatureLine(job, line, 'signatory', nameSource))
    return date && index === row.length - 1 ? [...lines, date] : lines
  })
}

/** How many characters a line of a name in a row has at most, so that the names stand apart. */
function namesWidth(row: readonly Column[]): number {
  const [first, second] = row
  const pitch = first && second ? second.centre - first.centre : TYPE_AREA.width
  const wide = Math.floor(pitch / CELL)
  const tight = row.filter(({ name }) => columnsOf(name) > wide - 1).length > 1
  return tight ? wide - 1 : wide
}

/** The organs in as few rows as hold them, as evenly as can be. */
function rowsOfColumns(job: Job, names: readonly string[], dateWidth: Mm): readonly (readonly Column[])[] {
  const count = Math.ceil(names.length / JOINT_SEALS.perRow)
  const rows: Column[][] = []
  for (let from = 0, row = 0; row < count; row++) {
    const width = Math.ceil((names.length - from) / (count - row))
    const centres = centresOf(width, dateWidth)
    const room = width === 1 ? TYPE_AREA.width : (centres[1] as Mm) - (centres[0] as Mm) - JOINT_SEALS.gap
    rows.push(
      names.slice(from, from + width).map((name, column): Column => {
        const owner = job.document.issuers[from + column]?.value ?? name
        return { name, owner, diameter: Math.min(diameterOf(job, owner), room), centre: centres[column] as Mm }
      }),
    )
    from += width
  }
  return rows
}

/** Three fill the type area evenly; of two the last stands where the date is four characters from the right, the first opposite. */
function centresOf(width: number, dateWidth: Mm): readonly Mm[] {
  if (width > 2) return Array.from({ length: width }, (_, column) => ((column + 0.5) * TYPE_AREA.width) / width)
  const last = TYPE_AREA.width - SIGNATURE.sealedDateRight * CELL - dateWidth / 2
  return width === 1 ? [last] : [TYPE_AREA.width - last, last]
}
