import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Context } from 'mocha'
import { judge, needJudge } from '../../support/judges.ts'

const SOURCE = fileURLToPath(new URL('./Itext.java', import.meta.url))
const JARS = ['itext5', 'bcprov', 'bcpkix', 'bcutil'].map((name) => `/usr/share/java/${name}.jar`)

/** iText 5, as Debian's libitext5-java has it, and a Java compiler for the program that calls it. */
export function needItext(test: Context): void {
  needJudge(test, 'javac', () => JARS.every((jar) => existsSync(jar)))
}

/** Compiles the program into the folder. */
export function compileItext(folder: string): void {
  const compiled = judge('javac', ['-cp', JARS.join(':'), '-d', folder, SOURCE])
  if (compiled.code !== 0) throw new Error(compiled.stderr)
}

/**
 * Runs commands of Itext.java one after the other, beside this process, because they ask its timestamp authority.
 * @returns the lines it prints
 */
export async function itext(folder: string, ...commands: readonly string[]): Promise<readonly string[]> {
  const path = [...JARS, folder].join(':')
  const { stdout } = await promisify(execFile)('java', ['-cp', path, 'Itext', ...commands], { cwd: folder })
  return stdout.split('\n').filter((line) => line !== '')
}

/** Makes `name.p12` of a holder of the folder, as the Java key store reads it. */
export function packKey(folder: string, holder: string): void {
  const at = (file: string): string => join(folder, file)
  const chain = ['-certfile', at('middle.pem')]
  const key = ['-inkey', at(`${holder}.key`), '-in', at(`${holder}.pem`), ...chain, '-name', holder]
  const packed = judge('openssl', ['pkcs12', '-export', ...key, '-passout', 'pass:123456', '-out', at(`${holder}.p12`)])
  if (packed.code !== 0) throw new Error(packed.stderr)
}
