import { FileError, type Files } from '../ports/files.ts'
import type { LogEntry } from '../record/entry.ts'
import { isPortableName, nameKey } from '../record/portableName.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { hex } from '../text/hex.ts'
import { message } from '../text/message.ts'
import { fileBeside } from '../text/uri.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import type { Host } from './host.ts'
import type { Recorded } from './processLog.ts'
import { openText } from './readDocument.ts'

/** More than any picture or table of an office. */
const ATTACHMENT_LIMIT = 500_000_000

/** A file that a document names, by its path from the folder of the document: `/` between folders, never `..`. */
interface AttachedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Files that a document names and that are there, sorted by their paths.
 * @throws Failure `attachment-name`: on other systems it would be another file; `attachment-outside`: what lies elsewhere would be read from whoever opens a document of somebody else
 */
export async function attachedFiles(host: Host, { input, text }: Recorded): Promise<readonly AttachedFile[]> {
  const workspace = createWorkspace(host.files)
  await openText(workspace, input, text)
  const missing = new Set(workspace.missing(input.uri))
  const names = (workspace.summary(input.uri)?.files ?? []).filter((name) => !missing.has(name))
  // Both through URL, which writes a path in one way.
  const folder = new URL('.', input.uri).href
  const files = host.filesWithin(folder)
  const found = new Map<string, AttachedFile>()
  for (const name of names) {
    const uri = fileBeside(name, input.uri)
    if (uri === undefined) continue
    if (!uri.startsWith(folder)) throw outside(input.name, name)
    const path = decodeURIComponent(uri.slice(folder.length))
    if (found.has(path)) continue
    refuseName(input.name, path, [...found.keys()])
    found.set(path, { path, bytes: await readAttached(files, uri, outside(input.name, name)) })
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/**
 * What an entry says of the attachments of a document.
 * @throws Failure as {@link attachedFiles}
 */
export async function digestAttachments(host: Host, recorded: Recorded): Promise<LogEntry['attachments']> {
  const digests: LogEntry['attachments'][number][] = []
  for (const { path, bytes } of await attachedFiles(host, recorded))
    digests.push({ name: path, sha256: hex(await host.crypto.digest('SHA-256', bytes)) })
  return digests
}

/** Now, not when the archive package is checked years later. */
function refuseName(document: string, path: string, others: readonly string[]): void {
  if (!isPortableName(path))
    throw new Failure(
      'attachment-name',
      message('{0} 引用的“{1}”，文件名里有冒号、反斜杠之类，在别的电脑上不能用。请改名以后再引用。', document, path),
    )
  const twin = others.find((other) => nameKey(other) === nameKey(path))
  if (twin !== undefined)
    throw new Failure(
      'attachment-name',
      message(
        '{0} 引用的“{1}”和“{2}”只差大小写或者字符编码，在别的电脑上是同一个文件。请改名以后再引用。',
        document,
        twin,
        path,
      ),
    )
}

async function readAttached(files: Files, uri: Uri, denied: Failure): Promise<Uint8Array> {
  try {
    return await files.read(uri, ATTACHMENT_LIMIT)
  } catch (error) {
    if (error instanceof FileError && error.code === 'denied') throw denied
    throw error
  }
}

function outside(document: string, name: string): Failure {
  return new Failure(
    'attachment-outside',
    message(
      '{0} 引用的“{1}”在公文所在的文件夹外面（或者是指到外面的链接），没有读它。请把它放到公文旁边再引用。',
      document,
      name,
    ),
  )
}
