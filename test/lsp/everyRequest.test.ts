import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { WorkspaceSymbol } from 'vscode-languageserver-protocol'
import { memoryFiles } from '../workspace/memoryFiles.ts'
import { type Editor, openEditor, PULL } from './editor.ts'
import { REQUESTS } from './requests.ts'

const URI = 'file:///office/notice.gw.md'
let editor: Editor

/** Answered, if with an error then with one sentence for people. */
async function answered(method: string, params: object): Promise<void> {
  try {
    await editor.connection.sendRequest(method, params)
  } catch (error) {
    const { message } = error as Error
    assert.doesNotMatch(
      message,
      /内部出错|Cannot read|is not a function|\n\s+at /,
      `${method} ${JSON.stringify(params)}`,
    )
  }
}

const number = fc.oneof(fc.nat(12), fc.constantFrom(-1, 1e9, 0.5))
const position = fc.record({ line: number, character: number })
const range = fc.record({ start: position, end: position })
const text = fc
  .array(
    fc.constantFrom(
      '---\n',
      '发文字号: 某政发[2026]1号\n',
      '# 某市的通知\n',
      '各县：\n',
      '一、甲\n',
      '（一）乙。丙。\n',
      '某局（以下简称局甲）',
      '局甲',
      '见附件1,',
      '::附件[表]{文件=a b.xlsx}\n',
      '![图](a.png)\n',
      '《某市的通知》（某政发〔2026〕1号）',
      '| 甲 |\n|---|\n| 乙 |\n',
      ':::横排\n',
      '2026年2月30日，12345元',
      '\uFEFF',
      '\ud800',
      '\r',
      '\r\n',
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(''))

describe('every request', () => {
  beforeEach(async () => {
    editor = await openEditor(PULL)
  })
  afterEach(() => editor.close())

  it('is answered for any text and any place, be it outside of the text', async () => {
    const law = fc.asyncProperty(text, position, range, async (source, at, span) => {
      editor.open(URI, source)
      const place = { textDocument: { uri: URI }, position: at, range: span, positions: [at] }
      await Promise.all(Object.entries(REQUESTS).map(([method, more]) => answered(method, { ...more, ...place })))
      assert.deepEqual(editor.messages, [])
    })
    await fc.assert(law, { numRuns: 40 })
  })

  it('is answered for a document that is not open, and for garbage', async () => {
    editor.open(URI, '# 某市的通知')
    const garbage = [
      {},
      { textDocument: null },
      { textDocument: { uri: 7 } },
      { textDocument: { uri: 'file:///no.gw.md' } },
      [],
    ]
    for (const method of [
      ...Object.keys(REQUESTS),
      'workspace/willRenameFiles',
      'workspace/symbol',
      'workspace/executeCommand',
    ]) {
      for (const params of garbage) {
        const asked: Promise<unknown> = editor.connection.sendRequest(method, params)
        await asked.catch((error: Error) => assert.doesNotMatch(error.message, /\n\s+at /, method))
      }
    }
    await answered('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 3 } })
  })

  it('is answered although it is called off', async () => {
    editor.open(URI, '# 某市的通知\n\n请核实,请填报。')
    const asked = Object.entries(REQUESTS).map(([method, more]) =>
      answered(method, { textDocument: { uri: URI }, position: { line: 0, character: 1 }, ...more }),
    )
    for (let id = 0; id < 40; id++) await editor.connection.sendNotification('$/cancelRequest', { id })
    await Promise.all(asked)
  })
})

describe('the server', () => {
  it('serves two editors at once without mixing their texts', async () => {
    const [one, other] = [await openEditor(PULL), await openEditor(PULL)]
    one.open(URI, '# 甲的通知')
    other.open(URI, '# 乙的通知')
    for (const [each, title] of [
      [one, '甲的通知'],
      [other, '乙的通知'],
    ] as const) {
      const [symbol]: { name: string }[] = await each.connection.sendRequest('textDocument/documentSymbol', {
        textDocument: { uri: URI },
      })
      assert.equal(symbol?.name, title)
    }
    await one.close()
    await other.close()
  })

  it('works without any workspace, on a document that is no file', async () => {
    const alone = await openEditor(PULL, {}, { rootUri: null, workspaceFolders: null })
    alone.open('untitled:Untitled-1', '# 某市的通知\n\n请核实,请填报。')
    const report: { items: object[] } = await alone.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: 'untitled:Untitled-1' },
    })
    assert.ok(report.items.length > 0)
    assert.deepEqual(await alone.connection.sendRequest('workspace/symbol', { query: '无' }), [])
    assert.deepEqual(alone.messages, [])
    await alone.close()
  })

  it('answers while a folder of 5,000 documents is read, shows how far it is, and knows them all', async () => {
    const COUNT = 5000
    const title = (index: number) => `某市关于第${index}号事项的通知`
    const files = memoryFiles(
      Object.fromEntries(
        Array.from({ length: COUNT }, (_, index) => [`file:///office/${index}.gw.md`, `# ${title(index)}\n\n请核实。`]),
      ),
    )
    const capabilities = { ...PULL, window: { workDoneProgress: true } }
    const large = await openEditor(capabilities, { files }, { rootUri: 'file:///office' })
    const progress: string[] = []
    large.connection.onRequest('window/workDoneProgress/create', () => null)
    large.connection.onNotification(
      '$/progress',
      ({ value }: { value: { kind: string } }) => void progress.push(value.kind),
    )
    large.open(URI, '# 某市的通知\n\n请核实,请填报。')
    const report: { items: object[] } = await large.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: URI },
    })
    assert.ok(report.items.length > 0)
    const last = title(COUNT - 1)
    let found: WorkspaceSymbol[] = []
    while (found.length === 0) found = await large.connection.sendRequest('workspace/symbol', { query: last })
    assert.equal(found[0]?.name, last)
    assert.equal(progress[0], 'begin')
    assert.ok(progress.includes('report'))
    assert.deepEqual(large.messages, [])
    await large.close()
  }).timeout(120_000)
})
