import assert from 'node:assert/strict'
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import {
  createProtocolConnection,
  type FullDocumentDiagnosticReport,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { PULL } from './editor.ts'

const URI = 'file:///office/notice.gw.md'

function serve(): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ['--import', 'tsx', 'server/src/server.ts', '--stdio'])
}

const ended = (server: ChildProcessWithoutNullStreams) =>
  new Promise<number | null>((resolve) => server.once('exit', resolve))

describe('the server as a process', () => {
  it('answers over standard input and output, and leaves when told', async () => {
    const server = serve()
    const exit = ended(server)
    const editor = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    )
    editor.listen()
    const params = { processId: process.pid, rootUri: null, capabilities: PULL }
    const { serverInfo, capabilities }: InitializeResult = await editor.sendRequest('initialize', params)
    assert.equal(serverInfo?.name, 'hongtou')
    assert.equal(capabilities.positionEncoding, 'utf-16')
    await editor.sendNotification('initialized', {})
    const textDocument = { uri: URI, languageId: 'gongwen', version: 1, text: '为做好供暖,现通知如下：' }
    await editor.sendNotification('textDocument/didOpen', { textDocument })
    const report: FullDocumentDiagnosticReport = await editor.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: URI },
    })
    assert.ok(report.items.some(({ code }) => code === 'punc-fullwidth'))
    await editor.sendRequest('shutdown')
    await editor.sendNotification('exit')
    assert.equal(await exit, 0)
    editor.dispose()
  }).timeout(30_000)

  it('ends when its editor is gone', async () => {
    const server = serve()
    const exit = ended(server)
    server.stdin.end()
    assert.notEqual(await exit, null)
  }).timeout(30_000)
})
