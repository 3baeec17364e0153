import { FileError, type Files } from '../ports/files.ts'
import type { Uri } from '../text/finding.ts'

/** Whether there is a file of that name; it is not read. One that cannot be looked at counts as there. */
export async function isThere(files: Files, uri: Uri): Promise<boolean> {
  try {
    await files.read(uri, 0)
    return true
  } catch (error) {
    return !(error instanceof FileError && error.code === 'missing')
  }
}
