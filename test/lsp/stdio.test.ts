import assert from 'node:assert/strict'
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import {
  createProtocolConnection,
  ErrorCodes,
  type FullDocumentDiagnosticReport,
  type InitializeResult,
  type Message,
  type ProtocolConnection,
  type ResponseMessage,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { PULL } from './editor.ts'

const URI = 'file:///office/notice.gw.md'
const INITIALIZE = { processId: process.pid, rootUri: null, capabilities: PULL }

function serve(): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ['--import', 'tsx', 'server/src/server.ts', '--stdio'])
}

const ended = (server: ChildProcessWithoutNullStreams) =>
  new Promise<number | null>((resolve) => server.once('exit', resolve))

function connect({ stdin, stdout }: ChildProcessWithoutNullStreams): ProtocolConnection {
  const editor = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
  editor.listen()
  return editor
}

const framed = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

describe('the server as a process', function () {
  this.timeout(30_000)
  let server: ChildProcessWithoutNullStreams
  let exit: Promise<number | null>
  beforeEach(() => {
    server = serve()
    exit = ended(server)
  })
  afterEach(() => void server.kill('SIGKILL'))

  it('answers over standard input and output, and leaves when told', async () => {
    const editor = connect(server)
    const { serverInfo, capabilities }: InitializeResult = await editor.sendRequest('initialize', INITIALIZE)
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
  })

  it('ends when its editor is gone, and says by its exit code whether it was told to', async () => {
    server.stdin.end()
    assert.equal(await exit, 1)
    const other = serve()
    const otherExit = ended(other)
    const editor = connect(other)
    await editor.sendRequest('initialize', INITIALIZE)
    await editor.sendRequest('shutdown')
    other.stdin.end()
    assert.equal(await otherExit, 0)
    editor.dispose()
  })

  it('answers what is no message, and goes on', async () => {
    const answers: ResponseMessage[] = []
    const reader = new StreamMessageReader(server.stdout)
    const last = new Promise<void>((resolve) => {
      reader.listen((message: Message) => {
        answers.push(message as ResponseMessage)
        if ((message as ResponseMessage).id === 2) resolve()
      })
    })
    const initialize = JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'initialize', params: INITIALIZE })
    const sent = ['{', '', '\ud800', '[]', 'null', '7', '{}', '{"jsonrpc":"2.0","id":1,"method":{}}', initialize]
    server.stdin.write(sent.map(framed).join(''))
    await last
    assert.deepEqual(
      answers.map(({ id, error }) => [id, error?.code]),
      [
        ...Array(3).fill([null, ErrorCodes.ParseError]),
        ...Array(4).fill([null, ErrorCodes.InvalidRequest]),
        [1, ErrorCodes.InvalidRequest],
        [2, undefined],
      ],
    )
  })

  const broken = {
    'a message without a header': '{"jsonrpc":"2.0","id":1,"method":"shutdown"}',
    'a length of four gigabytes': 'Content-Length: 4294967296\r\n\r\n{',
    'a header that never ends': 'X-Nothing: at all\r\n'.repeat(1000),
  }
  for (const [name, sent] of Object.entries(broken)) {
    it(`leaves with a sentence after ${name}`, async () => {
      const said = text(server.stderr)
      server.stdin.write(sent)
      assert.equal(await exit, 1)
      assert.match(await said, /^编辑器发来的消息.+校对服务已退出。\n$/)
    })
  }
})
