// Whole processes, as the user starts them: from the bundles in dist/.
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import { documentOfBytes } from './documents.ts'
import { type Timing, timeProcess } from './measure.ts'

const execute = promisify(execFile)
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const ROUNDS = 9
/** For what takes seconds. */
const FEW_ROUNDS = 3

/** Node itself with nothing to do: what no program can undercut. */
export function bareNode(): Promise<Timing> {
  return timeProcess(ROUNDS, () => execute(process.execPath, ['-e', '']))
}

/** `hongtou --version`: the program without work. */
export function idleCli(): Promise<Timing> {
  return timeProcess(ROUNDS, () => execute(process.execPath, [join(dist, 'cli.mjs'), '--version']))
}

const BUNDLED_FONTS = { ...process.env, HONGTOU_FONTS: 'bundled' }

/** `hongtou render`, from start to exit. */
export function renderCli(text: string): Promise<Timing> {
  return withSource(text, (source) =>
    timeProcess(ROUNDS, () =>
      execute(process.execPath, [join(dist, 'cli.mjs'), 'render', source], { env: BUNDLED_FONTS }),
    ),
  )
}

/** What `hongtou render` holds at most, in MB. */
export function renderPeak(text: string): Promise<number> {
  return withSource(text, (source) => peakOf('render', source))
}

async function withSource<T>(text: string, use: (source: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-bench-'))
  const source = join(folder, '通知.gw.md')
  writeFileSync(source, text)
  try {
    return await use(source)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Says at the end how much memory the process held at most, all its threads together; in KB. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(`
import { isMainThread } from 'node:worker_threads'
if (isMainThread) process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))
`)}`

/** Peak memory of a run of the program, in MB. */
async function peakOf(...args: readonly string[]): Promise<number> {
  const how = { ...QUIET, env: BUNDLED_FONTS }
  const { stderr } = await execute(process.execPath, ['--import', TELL_PEAK, join(dist, 'cli.mjs'), ...args], how)
  return Number(/peak (\d+)$/.exec(stderr)?.[1]) / 1024
}

const QUIET = { maxBuffer: 1 << 28 }

/** What `hongtou lint` takes for a folder of documents. */
export interface LintedFolder {
  /** On one thread. */
  readonly alone: Timing
  /** On as many as there are processors. */
  readonly together: Timing
  readonly threads: number
  /** MB for each thread: what the process holds at most beyond the program without work, divided by the threads. */
  readonly memory: number
}

/** `hongtou lint` on `count` documents with numbers of one series, from start to exit. */
export async function lintFolder(text: string, count: number): Promise<LintedFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-bench-'))
  for (let number = 1; number <= count; number++) {
    writeFileSync(join(folder, `${number}.gw.md`), text.replace('〕12号', `〕${number}号`))
  }
  const threads = availableParallelism()
  const args = (jobs: number): string[] => ['lint', folder, '--max-severity', 'error', '--jobs', String(jobs)]
  const run = (jobs: number) => execute(process.execPath, [join(dist, 'cli.mjs'), ...args(jobs)], QUIET)
  try {
    const alone = await timeProcess(FEW_ROUNDS, () => run(1))
    const together = await timeProcess(FEW_ROUNDS, () => run(threads))
    const memory = ((await peakOf(...args(threads))) - (await peakOf('--version'))) / threads
    return { alone, together, threads, memory }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** From starting the server to its answer to `initialize`, and to its findings on a first document. */
export async function serverStart(): Promise<{ readonly ready: Timing; readonly findings: Timing }> {
  return {
    ready: await timeProcess(ROUNDS, () => startServer(false)),
    findings: await timeProcess(ROUNDS, () => startServer(true)),
  }
}

async function startServer(withFindings: boolean): Promise<void> {
  const server = spawn(process.execPath, [join(dist, 'server.mjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const editor = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  editor.listen()
  const capabilities = { textDocument: { diagnostic: {} } }
  await editor.sendRequest('initialize', { processId: null, rootUri: null, capabilities })
  if (withFindings) {
    const uri = 'file:///bench/1.gw.md'
    const textDocument = { uri, languageId: 'gongwen', version: 1, text: documentOfBytes(20_000) }
    await editor.sendNotification('initialized', {})
    await editor.sendNotification('textDocument/didOpen', { textDocument })
    await editor.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
  }
  editor.dispose()
  server.kill('SIGKILL')
}
