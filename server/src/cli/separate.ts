import type { Uri } from '../text/finding.ts'
import type { Host } from './host.ts'
import { checkPdfTarget, SIGNED_ENDING } from './pdfTarget.ts'
import type { Rendered } from './renderDocument.ts'

/** Beside the PDF of the document: `通知-附件1.pdf`; of an only attachment `通知-附件.pdf`. */
function separateTargets(target: Uri, separate: Rendered['separate']): readonly Uri[] {
  const stem = target.endsWith(SIGNED_ENDING) ? target.slice(0, -SIGNED_ENDING.length) : target.replace(/\.pdf$/i, '')
  const taken = new Set<Uri>()
  return separate.map(({ ordinal }) => {
    const name = `${stem}-附件${ordinal ?? ''}`
    // An issued text numbers its own attachments from 1 again.
    let [uri, again] = [`${name}.pdf`, 2]
    while (taken.has(uri)) uri = `${name}-${again++}.pdf`
    taken.add(uri)
    return uri
  })
}

/**
 * Writes the attachments that are not bound in, each as a PDF beside the document's (GB/T 9704—2012 7.3.7).
 * @throws {Failure} as {@link checkPdfTarget}
 */
export async function writeSeparate(host: Host, target: Uri, { separate }: Rendered, force: boolean): Promise<void> {
  const targets = separateTargets(target, separate)
  for (const uri of targets) await checkPdfTarget(host, uri, force)
  for (const [index, uri] of targets.entries()) {
    await host.files.write(uri, (separate[index] as Rendered['separate'][number]).pdf)
    host.terminal.err(`另附的附件：${host.toPath(uri)}。\n`)
  }
}
