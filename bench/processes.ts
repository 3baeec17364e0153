// Whole processes, as the user starts them: from the bundles in dist/.
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Timing, timeProcess } from './measure.ts'

const execute = promisify(execFile)
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const ROUNDS = 9

/** Node itself with nothing to do: what no program can undercut. */
export function bareNode(): Promise<Timing> {
  return timeProcess(ROUNDS, () => execute(process.execPath, ['-e', '']))
}

/** `hongtou --version`: the program without work. */
export function idleCli(): Promise<Timing> {
  return timeProcess(ROUNDS, () => execute(process.execPath, [join(dist, 'cli.mjs'), '--version']))
}

/** `hongtou render`, from start to exit. */
export async function renderCli(text: string): Promise<Timing> {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-bench-'))
  const source = join(folder, '通知.gw.md')
  writeFileSync(source, text)
  try {
    const environment = { ...process.env, HONGTOU_FONTS: 'bundled' }
    return await timeProcess(ROUNDS, () =>
      execute(process.execPath, [join(dist, 'cli.mjs'), 'render', source], { env: environment }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** From starting the server to its answer to `initialize`. */
export function serverReady(): Promise<Timing> {
  return timeProcess(ROUNDS, () => {
    const server = spawn(process.execPath, [join(dist, 'server.mjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    return new Promise<void>((resolve, reject) => {
      server.on('error', reject)
      server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)))
      server.stdout.once('data', () => {
        server.removeAllListeners('exit')
        server.kill('SIGKILL')
        resolve()
      })
    })
  })
}
