import { separateTargets } from '../features/separateTargets.ts'
import type { Uri } from '../text/finding.ts'
import type { Host } from './host.ts'
import { checkPdfTarget } from './pdfTarget.ts'
import type { Rendered } from './renderDocument.ts'

/**
 * Writes the attachments that are not bound in, each as a PDF beside the document's (GB/T 9704—2012 7.3.7).
 * @throws {Failure} as {@link checkPdfTarget}
 */
export async function writeSeparate(host: Host, target: Uri, { separate }: Rendered, force: boolean): Promise<void> {
  const targets = separateTargets(
    target,
    separate.map(({ ordinal }) => ordinal),
  )
  for (const uri of targets) await checkPdfTarget(host, uri, force)
  for (const [index, uri] of targets.entries()) {
    await host.files.write(uri, (separate[index] as Rendered['separate'][number]).pdf)
    host.terminal.err(`另附的附件：${host.toPath(uri)}。\n`)
  }
}
