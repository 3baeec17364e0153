// The server as an editor meets it: a process over standard input and output with twenty documents open.
import { execFileSync, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import { documentOfBytes, edited } from './documents.ts'
import { type Timing, timings } from './measure.ts'

const DOCUMENTS = 20
const BYTES = 20_000
const EDITS = 1000
/** The first edits still warm the compiler and do not count. */
const WARM = 200

export interface Editing {
  /** From the change sent to the findings received. */
  readonly keystroke: Timing
  readonly completion: Timing
  readonly hover: Timing
  /** MB that the process holds after all edits. */
  readonly memory: number
}

/** @param flags of Node, as an editor gives them */
export async function editing(...flags: string[]): Promise<Editing> {
  const program = fileURLToPath(new URL('../dist/server.mjs', import.meta.url))
  const server = spawn(process.execPath, [...flags, program, '--stdio'])
  const editor = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  editor.listen()
  const capabilities = { textDocument: { diagnostic: {} } }
  await editor.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities })
  await editor.sendNotification('initialized', {})
  const text = documentOfBytes(BYTES)
  const uris = Array.from({ length: DOCUMENTS }, (_, index) => `file:///bench/${index + 1}.gw.md`)
  for (const [index, uri] of uris.entries()) {
    // Each with its own number, or they would find fault with each other.
    const own = text.replace('〕12号', `〕${index + 1}号`)
    await editor.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'gongwen', version: 1, text: own },
    })
    await editor.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
  }
  const before = text.slice(0, edited(text, 0).at).split('\n')
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
  const [keys, completions, hovers]: [number[], number[], number[]] = [[], [], []]
  const timed = async (times: number[], work: () => Promise<unknown>): Promise<void> => {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  for (let index = 0; index < EDITS; index++) {
    const uri = uris[index % DOCUMENTS] as string
    const textDocument = { uri, version: index + 2 }
    await timed(keys, async () => {
      void editor.sendNotification('textDocument/didChange', {
        textDocument,
        contentChanges: [{ range: { start, end: start }, text: '字' }],
      })
      await editor.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
    })
    const place = { textDocument: { uri }, position: start }
    await timed(completions, () => editor.sendRequest('textDocument/completion', place))
    await timed(hovers, () => editor.sendRequest('textDocument/hover', place))
  }
  const memory = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' })) / 1024
  server.kill('SIGKILL')
  editor.dispose()
  return {
    keystroke: timings(keys.slice(WARM)),
    completion: timings(completions.slice(WARM)),
    hover: timings(hovers.slice(WARM)),
    memory,
  }
}
