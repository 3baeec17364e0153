import type { Clock } from '../ports/clock.ts'
import type { Files } from '../ports/files.ts'
import type { Press } from '../press/press.ts'
import type { Uri } from '../text/finding.ts'
import type { Office } from './office.ts'

/** All that the server needs of the machine; the entry point brings it. */
export interface ServerPorts {
  readonly files: Files
  readonly clock: Clock
  readonly version: string
  /**
   * Called when pages are first wanted, for the typesetter is large, and again when the workspace has other folders.
   * @param setup.within folders outside of which no image is read
   */
  openPress(setup: { readonly within: readonly Uri[] }): Promise<Press>
  /** Called once, when a process is first asked for; without it there is no 办文. */
  openOffice?(): Promise<Office>
  /** Chinese sentence → the same in the language, or undefined where there is none. */
  translations?(language: string): Promise<Readonly<Record<string, string>> | undefined>
  /** Folder with a page for each rule, `ID.md`, that editors can open. */
  readonly rulePages?: Uri
}
