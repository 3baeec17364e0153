import { PassThrough } from 'node:stream'
import { createConnection } from 'vscode-languageserver/node'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { type ServerPorts, startServer } from '../../server/src/lsp/server.ts'
import { clock } from '../features/marked.ts'
import { memoryFiles } from '../workspace/memoryFiles.ts'

/** What modern editors can do. */
export const PULL: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { diagnostics: { refreshSupport: true }, applyEdit: true, workspaceFolders: true },
}

/** What older ones can do: they are sent diagnostics. */
export const PUSH: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } }

export interface Published {
  readonly uri: string
  readonly version?: number
  readonly diagnostics: readonly Diagnostic[]
}

/** An editor that talks to a server in the same process. */
export interface Editor {
  readonly connection: ProtocolConnection
  readonly server: InitializeResult
  readonly published: Published[]
  readonly messages: string[]
  open(uri: string, text: string): void
  /** The next diagnostics sent for the document. */
  nextPublished(uri: string): Promise<Published>
  close(): Promise<void>
}

const PORTS: ServerPorts = {
  files: memoryFiles(),
  clock,
  version: '0.0.0',
  openPress: () => Promise.reject(new Error('no press in this test')),
}

/** @param answers to what the server asks of the editor, by method */
export async function openEditor(
  capabilities: ClientCapabilities,
  ports: Partial<ServerPorts> = {},
  params: Partial<InitializeParams> = {},
  answers: Readonly<Record<string, () => unknown>> = {},
): Promise<Editor> {
  const up = new PassThrough()
  const down = new PassThrough()
  startServer((options) => createConnection(up, down, options), { ...PORTS, ...ports })
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  const published: Published[] = []
  const messages: string[] = []
  const waiting: { uri: string; resolve(found: Published): void }[] = []
  connection.onNotification('textDocument/publishDiagnostics', (sent: Published) => {
    published.push(sent)
    const index = waiting.findIndex(({ uri }) => uri === sent.uri)
    if (index >= 0) waiting.splice(index, 1)[0]?.resolve(sent)
  })
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => void messages.push(message))
  connection.onRequest('workspace/diagnostic/refresh', () => null)
  for (const [method, answer] of Object.entries(answers)) connection.onRequest(method, answer)
  connection.listen()
  const server: InitializeResult = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    locale: 'zh-cn',
    ...params,
  })
  await connection.sendNotification('initialized', {})
  return {
    connection,
    server,
    published,
    messages,
    open(uri, text) {
      const textDocument = { uri, languageId: 'gongwen', version: 1, text }
      void connection.sendNotification('textDocument/didOpen', { textDocument })
    },
    nextPublished: (uri) => new Promise((resolve) => waiting.push({ uri, resolve })),
    async close() {
      await connection.sendRequest('shutdown')
      connection.dispose()
    },
  }
}
