import type { Files } from '../ports/files.ts'
import type { Uri } from '../text/finding.ts'
import { fileBeside } from '../text/uri.ts'
import { isThere } from './isThere.ts'

/** Those of the files that a document names, by path from its folder, that are not there. One that cannot be looked at counts as there. */
export async function missingFiles(files: Files, document: Uri, paths: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = []
  for (const path of new Set(paths)) {
    const uri = fileBeside(path, document)
    if (uri !== undefined && !(await isThere(files, uri))) missing.push(path)
  }
  return missing
}
