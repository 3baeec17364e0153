import type { Files } from '../ports/files.ts'
import type { Uri } from '../text/finding.ts'

/** How the name of a 公文 source file ends. */
export const SOURCE_EXTENSION = '.gw.md'
/** Folders that hold other people's files. */
const SKIPPED = /^(?:\..*|node_modules)$/

/**
 * All files of a folder and of those in it, in the order of their names; hidden folders are passed over.
 * @param list what a folder holds; the caller decides what becomes of one that cannot be read
 */
export async function* filesIn(list: Files['list'], folder: Uri): AsyncGenerator<Uri> {
  const entries = await list(folder)
  const base = folder.endsWith('/') ? folder : `${folder}/`
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const uri = base + encodeURIComponent(entry.name)
    if (!entry.folder) yield uri
    else if (!SKIPPED.test(entry.name)) yield* filesIn(list, uri)
  }
}
