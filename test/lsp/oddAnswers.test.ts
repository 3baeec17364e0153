import assert from 'node:assert/strict'
import type { ClientCapabilities, FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol'
import type { RegisterRequest } from '../../server/src/lsp/protocol.ts'
import { lines } from '../features/marked.ts'
import { memoryFiles } from '../workspace/memoryFiles.ts'
import { type Editor, openEditor, PULL } from './editor.ts'

const FOLDER = 'file:///office'
const URI = `${FOLDER}/notice.gw.md`
const TEXT = lines('---', '发文字号: 某政发[2026]012号', '---', '# 某市关于供暖的通知', '', '请核实,请填报。')
/** So many that reading them is shown as progress. */
const MANY = Object.fromEntries(Array.from({ length: 300 }, (_, nth) => [`${FOLDER}/${nth}.gw.md`, TEXT]))

/** An editor that promises everything. */
const EVERYTHING: ClientCapabilities = {
  ...PULL,
  workspace: {
    ...PULL.workspace,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { resourceOperations: ['create'] },
  },
  window: { workDoneProgress: true },
}

const ASKED = [
  'client/registerCapability',
  'window/workDoneProgress/create',
  'workspace/applyEdit',
  'workspace/configuration',
  'workspace/diagnostic/refresh',
]

describe('an editor that answers what it is asked', () => {
  const seen = new Set<string>()
  let editor: Editor
  const open = async (answer: () => unknown) => {
    seen.clear()
    const noted = (method: string) => () => {
      seen.add(method)
      return answer()
    }
    const answers = Object.fromEntries(ASKED.map((method) => [method, noted(method)]))
    editor = await openEditor(EVERYTHING, { files: memoryFiles(MANY) }, { rootUri: FOLDER }, answers)
    editor.open(URI, TEXT)
  }
  const request = <R>(method: string, params?: object): Promise<R> => editor.connection.sendRequest(method, params)
  const command = (name: string, argument: object) =>
    request('workspace/executeCommand', { command: `hongtou.server.${name}`, arguments: [argument] })
  const until = async (holds: () => boolean | Promise<boolean>) => {
    while (!(await holds())) await new Promise((done) => setImmediate(done))
  }
  const isRead = async () => {
    const rows = await request<RegisterRequest['result']>('hongtou/register')
    return JSON.stringify(rows).includes('/299.gw.md')
  }
  afterEach(() => editor.close())

  /** Document and folder are known, and nobody was troubled. */
  const goesOn = async () => {
    const report = await request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: URI },
    })
    assert.ok(report.items.some(({ code }) => code === 'punc-fullwidth'))
    await until(isRead)
    assert.deepEqual(editor.messages, [])
  }

  const odd: Readonly<Record<string, () => unknown>> = {
    null: () => null,
    'something else': () => 7,
    'a list of nothing': () => [],
    'an error': () => {
      throw new Error('nobody knows')
    },
  }
  for (const [name, answer] of Object.entries(odd)) {
    it(`with ${name} is served, and told that nothing was changed`, async () => {
      await open(answer)
      await goesOn()
      await assert.rejects(command('fixAll', { uri: URI }), /编辑器没有接受修改/)
      const severity = { uri: URI, rule: 'punc-fullwidth', severity: 'off' }
      await assert.rejects(command('setSeverity', severity), /编辑器没有接受修改/)
      assert.deepEqual([...seen].sort(), ASKED)
      assert.deepEqual(editor.messages, [])
    })
  }

  it('with nothing at all is served, and told so after a while', async () => {
    await open(() => new Promise(() => {}))
    await goesOn()
    const { setTimeout } = globalThis
    globalThis.setTimeout = ((run: () => void) => setTimeout(run, 0)) as typeof setTimeout
    try {
      await assert.rejects(command('fixAll', { uri: URI }), /编辑器一直没有回答/)
    } finally {
      globalThis.setTimeout = setTimeout
    }
    assert.deepEqual([...seen].sort(), ASKED)
    assert.deepEqual(editor.messages, [])
  })
})
