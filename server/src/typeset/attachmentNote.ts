import { attachmentName } from '../model/attachmentName.ts'
import type { Part } from '../model/document.ts'
import { ATTACHMENT_NOTE, CELL } from '../standard/layout.ts'
import { type Job, pieceOf } from './job.ts'
import { bodyStyle, type Piece } from './piece.ts'
import type { Row } from './row.ts'
import { bodyShape, labelledRows } from './textRows.ts'

/**
 * 附件说明, derived from the attachments: one blank line below the text, label two characters in, names hanging under
 * their own first character (GB/T 9704—2012 7.3.4).
 */
export function attachmentNoteRows(job: Job, attachments: readonly Part[]): readonly Row[] {
  if (attachments.length === 0) return []
  const single = attachments.length === 1
  const block = {}
  const rows = attachments.flatMap((part, index): readonly Row[] => {
    const at = part.title?.at ?? part.label?.at
    const piece = (text: string, derived = true): Piece =>
      pieceOf(job, text, bodyStyle('仿宋'), 'attachmentNote', derived ? undefined : at)
    const name = piece(attachmentName(part), false)
    const hang = (single ? ATTACHMENT_NOTE.ordinal : ATTACHMENT_NOTE.name) * CELL
    const labels: [Piece, number][] = []
    if (index === 0) labels.push([piece('附件：'), ATTACHMENT_NOTE.label * CELL])
    if (!single) labels.push([piece(`${index + 1}.`), ATTACHMENT_NOTE.ordinal * CELL])
    return labelledRows(job, labels, [name], {
      ...bodyShape(job, 'attachmentNote', 'P'),
      first: hang,
      rest: hang,
      before: index === 0 ? job.linePitch : 0,
      source: job.source(at),
      text: true,
    })
  })
  return rows.map((row) => ({ ...row, block }))
}
