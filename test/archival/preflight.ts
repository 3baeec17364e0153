import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Context } from 'mocha'
import { judge, needJudge } from '../support/judges.ts'

const SOURCES = fileURLToPath(new URL('./preflight/', import.meta.url))
const JARS = ['pdfbox2', 'fontbox2', 'preflight', 'xmpbox', 'commons-logging'].map(
  (name) => `/usr/share/java/${name}.jar`,
)

/** PDFBox Preflight, as Debian's libpdfbox2-java has it, and a Java compiler for the program that asks it. */
export function needPreflight(test: Context): void {
  needJudge(test, 'javac', () => JARS.every((jar) => existsSync(jar)))
}

/** An error that Preflight finds: it knows PDF/A-1b alone. */
export interface Remark {
  readonly file: string
  readonly code: string
  readonly details: string
}

/** @param folder where the compiled program may be put */
export function preflight(folder: string, files: readonly string[]): readonly Remark[] {
  const program = ['Preflight.java', 'javax/activation/DataSource.java', 'javax/xml/bind/DatatypeConverter.java']
  const sources = program.map((name) => join(SOURCES, name))
  const compiled = judge('javac', ['-cp', JARS.join(':'), '-d', folder, ...sources])
  if (compiled.code !== 0) throw new Error(compiled.stderr)
  const run = judge('java', ['-cp', [...JARS, folder].join(':'), 'Preflight', ...files])
  if (run.code !== 0) throw new Error(run.stderr)
  const lines = run.stdout.split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const [file = '', code = '', details = ''] = line.split('\t')
    return { file, code, details }
  })
}
