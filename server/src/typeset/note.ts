import { textsOf } from '../model/text.ts'
import { CELL, INDENT_CELLS } from '../standard/layout.ts'
import { type Mm, ptToMm } from '../standard/units.ts'
import { type Job, pieceOf } from './job.ts'
import { bodyStyle, type Piece } from './piece.ts'
import { type Row, reachOf, stacked } from './row.ts'
import { roomOf } from './signatureBlock.ts'
import { bodyShape, measure, textRows } from './textRows.ts'

/** Where 附注 stands beside seals. */
interface Beside {
  /** Right edge of its lines. */
  readonly right: Mm
  /** From the lower edge of 成文日期 to the lowest edge of a seal. */
  readonly depth: Mm
}

/** Blank between 附注 and a seal on its left. */
const SEAL_GAP: Mm = CELL / 2

/** Narrower than this, 附注 does not stand beside a seal but below it. */
const LEAST_CELLS = 8

/**
 * 附注 in brackets, two characters in, on the line after the date (GB/T 9704—2012 7.3.6). The standard does not say how
 * far from a seal; no letter of it stands under one. Its place on the line after the date is kept: text that would run
 * under the seal is wrapped before its left edge. Only where seals leave no room on that line, as those of joint issue
 * do, it stands on the first line below them.
 */
export function withNotes(job: Job, signature: readonly Row[]): readonly Row[] {
  const texts = textsOf(job.document.head.note)
  const last = signature.at(-1)
  if (texts.length === 0) return signature
  if (!last) return texts.flatMap((text) => noteRows(job, text, job.width))

  const beside = besideSeals(last)
  const room = beside.right >= (INDENT_CELLS + LEAST_CELLS) * CELL
  const blankLines = room ? 0 : Math.ceil((beside.depth - last.after) / job.linePitch)
  const rows: Row[] = []
  for (const text of texts) {
    const clear = !room || last.after + rows.length * job.linePitch >= beside.depth
    rows.push(...noteRows(job, text, clear ? job.width : Math.min(job.width, beside.right)))
  }
  const [first, ...others] = rows as [Row, ...Row[]]
  const below = [{ ...first, before: blankLines * job.linePitch }, ...others]
  const whole = stacked([last, ...below])
  // A note so long that no line of the text would stand beside it goes on the next page.
  if (reachOf(whole) > roomOf(job, whole.before)) return [...signature, ...below]
  return [...signature.slice(0, -1), whole]
}

function besideSeals(signature: Row): Beside {
  const low = (signature.seals?.(0, 0) ?? []).filter(({ rect }) => rect.y + rect.height > signature.height)
  return {
    right: Math.min(Number.POSITIVE_INFINITY, ...low.map(({ rect }) => rect.x - SEAL_GAP)),
    depth: Math.max(0, ...low.map(({ rect }) => rect.y + rect.height - signature.height)),
  }
}

function noteRows(job: Job, text: string, right: Mm): readonly Row[] {
  const { note } = job.document.head
  const inner = text.replace(/^[（(]([\s\S]*)[）)]$/, '$1')
  const shape = { ...bodyShape(job, 'note', 'P'), source: job.source(note?.at), right }
  const piece = (part: string): Piece => pieceOf(job, part, bodyStyle('仿宋'), 'note', note?.at)
  const bracket = (part: string): Piece => pieceOf(job, part, bodyStyle('仿宋'), 'note')
  const first = INDENT_CELLS * CELL
  const whole = [bracket('（'), piece(inner), bracket('）')]
  if (right >= job.width || first + ptToMm(measure(job, whole)) <= right) {
    return textRows(job, whole, { ...shape, first, rest: 0 })
  }
  // Wrapped behind its marks and aligned behind the bracket: a name and its number stay together.
  const rest = first + CELL
  const lines = clauseLines(job, inner, right - rest - CELL)
  const block = {}
  return lines.flatMap((line, index) => {
    const pieces = [
      ...(index === 0 ? [bracket('（')] : []),
      piece(line),
      ...(index === lines.length - 1 ? [bracket('）')] : []),
    ]
    const rows = textRows(job, pieces, { ...shape, first: index === 0 ? first : rest, rest })
    return rows.map((row) => ({ ...row, block }))
  })
}

/** Clauses of a text, as many to a line as fit. */
function clauseLines(job: Job, text: string, width: Mm): readonly string[] {
  const lines: string[] = []
  for (const clause of text.split(/(?<=[，；。])/)) {
    const longer = (lines.at(-1) ?? '') + clause
    const fits = ptToMm(measure(job, [pieceOf(job, longer, bodyStyle('仿宋'), 'note')])) <= width
    if (lines.length > 0 && fits) lines[lines.length - 1] = longer
    else lines.push(clause)
  }
  return lines
}
