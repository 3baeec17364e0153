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

/** Signs files of the folder, each with `IN OUT P12 visible|invisible`. */
export function signWithPdfbox(folder: string, ...commands: readonly string[]): void {
  const compiled = judge('javac', ['-cp', JARS.join(':'), '-d', folder, SOURCE])
  if (compiled.code !== 0) throw new Error(compiled.stderr)
  const words = commands.flatMap((command) => command.split(' '))
  const files = words.map((word) => (word.includes('.') ? `${folder}/${word}` : word))
  const path = [...JARS, folder].join(':')
  const run = judge('java', ['-Djava.awt.headless=true', '-cp', path, 'Pdfbox', ...files])
  if (run.code !== 0) throw new Error(run.stderr)
}
