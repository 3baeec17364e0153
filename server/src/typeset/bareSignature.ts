import type { Job } from './job.ts'
import type { Sheet } from './paginate.ts'

/**
 * Tells of a signature on a page without text (GB/T 9704—2012 7.3.5.5): no line could go along, because the only one
 * must stay on the first page, or what stands before is too high or turned.
 */
export function reportBareSignature(job: Job, sheets: readonly Sheet[]): void {
  const showsText = ({ rows }: Sheet) => rows.some(({ row }) => row.text || row.heading)
  if (!sheets.some(showsText)) return
  for (const sheet of sheets) {
    const signature = sheet.rows.find(({ row }) => row.needsText)
    if (signature && !showsText(sheet)) job.report('signature-without-text', signature.row.marks[0]?.source)
  }
}
