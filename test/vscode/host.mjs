// Mocha inside the extension host of a real VS Code: what commands and language features do, asked through VS Code's own API.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { startCodeServer } from './codeServer.mjs'
import { openWorkbench } from './workbench.mjs'

const NAME = 'host'
/** Inside the project, so that the bundle finds mocha there. */
const OUT = resolve('out/vscode', NAME)
const MOST_SECONDS = 300

/** Returns how many tests passed and failed, as a scenario does its steps. */
export async function playHost(vsix) {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  await build({
    entryPoints: ['test/vscode/host/run.ts'],
    outfile: join(OUT, 'run.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  })
  // VS Code runs tests only beside an extension that is being developed; ours is the packaged one, so this one is empty.
  const developed = join(OUT, 'developed')
  mkdirSync(developed)
  const manifest = { name: 'nothing', publisher: 'hongtou', version: '0.0.1', engines: { vscode: '*' } }
  writeFileSync(join(developed, 'package.json'), JSON.stringify(manifest))

  const folder = mkdtempSync(join(tmpdir(), 'hongtou-folder-'))
  const server = await startCodeServer({ vsix, tests: true })
  const inHost = (path) => `vscode-remote://${server.host}${path}`
  let w
  try {
    const payload = [
      ['extensionDevelopmentPath', inHost(developed)],
      ['extensionTestsPath', inHost(join(OUT, 'run.cjs'))],
    ]
    w = await openWorkbench(server, folder, { payload })
    const report = await reported(join(OUT, 'report.json'))
    for (const title of report.passed) console.log(`ok ${NAME}: ${title}`)
    for (const { title, error } of report.failed) console.error(`not ok ${NAME}: ${title}\n${error}`)
    for (const line of report.notes) console.log(`${NAME}: ${line}`)
    return { passed: report.passed.length, failed: report.failed.length }
  } catch (error) {
    for (const [log, text] of Object.entries(server.logs())) {
      if (/remoteexthost|hongtou/.test(log)) console.error(`== ${log}\n${text.split('\n').slice(-15).join('\n')}`)
    }
    console.error(error)
    return { passed: 0, failed: 1 }
  } finally {
    await w?.shot(join(OUT, 'end.png')).catch(() => {})
    await w?.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function reported(file) {
  for (let tries = 0; tries < MOST_SECONDS * 10; tries++) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`no report after ${MOST_SECONDS} s`)
}
