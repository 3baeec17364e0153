import { processingSheet } from '../record/processingSheet.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import type { Host } from './host.ts'
import type { Process } from './processLog.ts'
import { openText } from './readDocument.ts'
import { type Rendered, renderDocument } from './renderDocument.ts'

/** The 办文单 of a 公文 as PDF, of the day on which something was last done: made again, it is the same. */
export async function renderSheet(host: Host, { input, text, log, state }: Process): Promise<Rendered> {
  const workspace = createWorkspace(host.files)
  const { document } = await openText(workspace, input, text)
  const sheet = processingSheet(document, log.entries, state)
  const reading = await openText(workspace, input, sheet)
  const last = log.entries.at(-1)
  const clock = last ? { ...host.clock, now: () => new Date(last.entry.time) } : host.clock
  return renderDocument({ ...host, clock }, { ...reading, input, source: { text: sheet, mark: false } }, {})
}
