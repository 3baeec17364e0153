import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Context } from 'mocha'
import { judge, needJudge } from '../../support/judges.ts'

const SOURCE = fileURLToPath(new URL('./Pdfbox.java', import.meta.url))
const JARS = ['pdfbox2', 'fontbox2', 'commons-logging', 'bcprov', 'bcpkix', 'bcutil'].map(
  (name) => `/usr/share/java/${name}.jar`,
)

/** PDFBox and Bouncy Castle, as Debian has them. */
export function needPdfbox(test: Context): void {
  needJudge(test, 'javac', () => JARS.every((jar) => existsSync(jar)))
}

/** Signs files of the folder: in, out and key store, as often as there are three. */
export function signWithPdfbox(folder: string, ...files: readonly string[]): void {
  const compiled = judge('javac', ['-cp', JARS.join(':'), '-d', folder, SOURCE])
  if (compiled.code !== 0) throw new Error(compiled.stderr)
  const at = (file: string): string => `${folder}/${file}`
  const run = judge('java', ['-cp', [...JARS, folder].join(':'), 'Pdfbox', ...files.map(at)])
  if (run.code !== 0) throw new Error(run.stderr)
}
