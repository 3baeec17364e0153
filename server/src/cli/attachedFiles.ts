import type { Uri } from '../text/finding.ts'
import { fileBeside } from '../text/uri.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import type { Host } from './host.ts'
import type { Recorded } from './processLog.ts'
import { openText } from './readDocument.ts'

/** More than any picture or table of an office. */
const ATTACHMENT_LIMIT = 500_000_000

/** Files that a document names and that are there, by their paths as written, sorted. */
export async function attachedFiles(
  host: Host,
  { input, text }: Recorded,
): Promise<readonly { readonly path: string; readonly bytes: Uint8Array }[]> {
  const workspace = createWorkspace(host.files)
  await openText(workspace, input, text)
  const missing = new Set(workspace.missing(input.uri))
  const names = [...new Set(workspace.summary(input.uri)?.files ?? [])].filter((name) => !missing.has(name)).sort()
  const addressed = names.flatMap((path): readonly (readonly [string, Uri])[] => {
    const uri = fileBeside(path, input.uri)
    return uri === undefined ? [] : [[path, uri]]
  })
  return Promise.all(
    addressed.map(async ([path, uri]) => ({ path, bytes: await host.files.read(uri, ATTACHMENT_LIMIT) })),
  )
}
