import type { Uri } from '../text/finding.ts'

/**
 * Why a file could not be read or written; the edge turns the code into a Chinese sentence. The uri of `no-folder` is that
 * of the folder into which was to be written.
 */
export type FileErrorCode =
  | 'missing'
  | 'no-folder'
  | 'folder'
  | 'not-file'
  | 'denied'
  | 'too-large'
  | 'full'
  | 'busy'
  | 'other'

/** What a failed call of {@link Files} is rejected with. */
export class FileError extends Error {
  override readonly name = 'FileError'
  constructor(
    readonly code: FileErrorCode,
    readonly uri: Uri,
    cause?: unknown,
  ) {
    super(`${code}: ${uri}`, { cause })
  }
}

/** The only way to files. Failures reject with a {@link FileError}. */
export interface Files {
  /** @param limit bytes; a larger file rejects with `too-large` and is not read. */
  read(uri: Uri, limit: number): Promise<Uint8Array>
  /**
   * Whole or not at all: on failure an older file stands as it was.
   * @param options.private only the owner may read the file: it holds a key
   */
  write(uri: Uri, bytes: Uint8Array, options?: { readonly private?: boolean }): Promise<void>
  list(folder: Uri): Promise<readonly { readonly name: string; readonly folder: boolean }[]>
  watch?(changed: (uri: Uri) => void): () => void
}
