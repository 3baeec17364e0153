import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from 'mocha'

/** A published document: `text` is what follows the header lines of the stored file. */
export interface Published {
  readonly file: string
  readonly genre: string
  readonly text: string
}

const folder = process.env.HONGTOU_CORPUS

/** Skips the test, by name, when no corpus is named; one that is named but not there is a failure. */
export function needCorpus(test: Context): void {
  if (!folder) test.skip()
  else if (!existsSync(folder)) throw new Error(`HONGTOU_CORPUS names no folder: ${folder}`)
}

/** Reads the published documents; empty when there is no corpus. */
export function readCorpus(): readonly Published[] {
  if (!folder || !existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^\d+-.*\.txt$/.test(name))
    .sort()
    .map((file) => {
      const stored = readFileSync(join(folder, file), 'utf8')
      const headerEnd = stored.indexOf('\n\n')
      return { file, genre: file.replace(/^\d+-|\.txt$/g, ''), text: stored.slice(headerEnd + 2) }
    })
}
