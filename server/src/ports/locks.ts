import type { Uri } from '../text/finding.ts'

/** Keeps two programs from changing one file at the same time. */
export interface Locks {
  /**
   * Does some work on a file while no other program that asks here does. Waits its turn.
   * @throws Failure `file-busy` when the turn does not come in time, `FileError` where nothing can be written beside it
   */
  hold<T>(uri: Uri, work: () => Promise<T>): Promise<T>
}
