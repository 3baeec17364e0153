// What VS Code loads into its extension host in place of a test runner of its own: runs the suites there and writes a report.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Mocha from 'mocha'

/** The report; `test/vscode/host.mjs` waits for it. */
export interface Report {
  /** Full titles. */
  readonly passed: readonly string[]
  readonly failed: readonly { readonly title: string; readonly error: string }[]
  /** Measured, for people to read. */
  readonly notes: readonly string[]
}

const notes: string[] = []

/** Adds a line to what the run says at its end. */
export function note(line: string): void {
  notes.push(line)
}

/** Beside this bundle, that is, in the folder of this one run. */
const REPORT = join(__dirname, 'report.json')

export async function run(): Promise<void> {
  const passed: string[] = []
  const failed: { title: string; error: string }[] = []
  try {
    const mocha = new Mocha({ timeout: 60_000, reporter: class {} as never })
    mocha.suite.emit('pre-require', globalThis, '', mocha)
    // First the one that finds the extension asleep.
    await import('./activation.ts')
    await import('./language.ts')
    await import('./commands.ts')
    await import('./views.ts')
    await new Promise<void>((done) => {
      mocha
        .run(() => done())
        .on('pass', (test) => passed.push(test.fullTitle()))
        .on('fail', (test, error) => failed.push({ title: test.fullTitle(), error: error.stack ?? String(error) }))
    })
  } catch (error) {
    failed.push({ title: 'the suites are loaded', error: error instanceof Error ? `${error.stack}` : String(error) })
  }
  writeFileSync(REPORT, JSON.stringify({ passed, failed, notes } satisfies Report))
}
