/** Where attachments go that are not bound in with their document. */
import type { Uri } from '../text/finding.ts'

/** Beside the PDF of the document: `通知-附件1.pdf`; of an only attachment `通知-附件.pdf`. */
export function separateTargets(target: Uri, ordinals: readonly (number | null)[]): readonly Uri[] {
  const stem = target.replace(/(?:-签章)?\.pdf$/i, '')
  const taken = new Set<Uri>()
  return ordinals.map((ordinal) => {
    const name = `${stem}-附件${ordinal ?? ''}`
    // An issued text numbers its own attachments from 1 again.
    let [uri, again] = [`${name}.pdf`, 2]
    while (taken.has(uri)) uri = `${name}-${again++}.pdf`
    taken.add(uri)
    return uri
  })
}
