import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol'
import { lines } from '../features/marked.ts'
import { memoryFiles } from '../workspace/memoryFiles.ts'
import { type Editor, openEditor, PULL } from './editor.ts'

const URI = 'file:///office/notice.gw.md'

let editor: Editor

const notify = (method: string, params: object) => editor.connection.sendNotification(method, params)
const codes = async (uri = URI) => {
  const params = { textDocument: { uri } }
  const report: FullDocumentDiagnosticReport = await editor.connection.sendRequest('textDocument/diagnostic', params)
  return report.items.map(({ code }) => code)
}
const edit = (version: number, line: number, character: number, endLine: number, endCharacter: number, text: string) =>
  notify('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start: { line, character }, end: { line: endLine, character: endCharacter } }, text }],
  })

describe('odd input', () => {
  beforeEach(async () => {
    editor = await openEditor(PULL)
  })
  afterEach(() => editor.close())

  const strange = {
    'an empty text': '',
    'a BOM alone': '\uFEFF',
    'a lone surrogate and NUL': '# 标题\ud800\u0000',
    'front matter that never ends': '---\n密级: 机密\n密',
    'front matter that is no map': '---\n- 甲\n- 乙\n---\n正文',
    'an unclosed box': ':::横排\n| 甲 |\n|---|',
    'a paste from a chat': '> 引用\n\n- 一\n- 二\n\n---\n\n```js\n代码\n```\n\t**粗**',
    'all kinds of line ends': '甲\r乙\r\n丙\n\u2028丁\u000b戊',
    'a megabyte in one line': '公'.repeat(350_000),
  }
  for (const [name, text] of Object.entries(strange)) {
    it(`is answered: ${name}`, async () => {
      editor.open(URI, text)
      assert.ok(Array.isArray(await codes()))
      const params = { textDocument: { uri: URI }, position: { line: 0, character: 0 } }
      await editor.connection.sendRequest('textDocument/hover', params)
      await editor.connection.sendRequest('textDocument/completion', params)
      await editor.connection.sendRequest('textDocument/documentSymbol', params)
      await editor.connection.sendRequest('textDocument/foldingRange', params)
      assert.deepEqual(editor.messages, [])
    })
  }

  it('a document of a megabyte is answered', async () => {
    editor.open(URI, `# 某市关于供暖的通知\n\n${'各学校要核实,请填报。\n\n'.repeat(30_000)}`)
    assert.ok((await codes()).includes('punc-halfwidth-document'))
  }).timeout(30_000)

  it('positions outside of the text change nothing that they should not', async () => {
    editor.open(URI, '正文。')
    await edit(2, 99, 99, 99, 99, '尾')
    await edit(3, -5, -5, -1, 0, '头')
    assert.ok(Array.isArray(await codes()))
    const params = { textDocument: { uri: URI }, position: { line: 1e9, character: -7 } }
    assert.equal(await editor.connection.sendRequest('textDocument/hover', params), null)
  })

  it('changes and requests for documents that are not open are let pass', async () => {
    await edit(2, 0, 0, 0, 0, '甲')
    await notify('textDocument/didClose', { textDocument: { uri: URI } })
    assert.deepEqual(await codes(), [])
  })

  it('two editors on one folder do not meet: each is told of its own text', async () => {
    const other = 'file:///office/other.gw.md'
    const numbered = '---\n发文字号: 某政发〔2026〕1号\n---\n\n# 某市通知\n'
    const files = memoryFiles({ [other]: numbered })
    const params = { rootUri: 'file:///office' }
    const [first, second] = [await openEditor(PULL, { files }, params), await openEditor(PULL, { files }, params)]
    const told = async ({ connection }: Editor, uri: string): Promise<readonly unknown[]> => {
      const asked = { textDocument: { uri } }
      const report: FullDocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', asked)
      return report.items.map(({ code }) => code)
    }
    first.open(other, '请核实,请填报。')
    second.open(other, numbered.replace('1号', '2号'))
    assert.ok((await told(first, other)).includes('punc-fullwidth'))
    assert.ok(!(await told(second, other)).includes('punc-fullwidth'))
    await first.close()
    second.open(URI, numbered.replace('1号', '2号'))
    assert.ok((await told(second, URI)).includes('docnum-duplicate'))
    await second.close()
  })

  it('malformed parameters are answered with an error or with nothing, and the server goes on', async () => {
    editor.open(URI, '为做好供暖,现通知如下：')
    const malformed: [string, object][] = [
      ['textDocument/hover', {}],
      ['textDocument/completion', { textDocument: null, position: null }],
      ['textDocument/codeAction', { textDocument: { uri: URI } }],
      ['hongtou/preview', { uri: 7 }],
      ['hongtou/sourceAt', {}],
      ['hongtou/placeOf', { uri: URI }],
      ['hongtou/check', {}],
      ['hongtou/render', {}],
      ['hongtou/verify', {}],
      ['hongtou/revision', {}],
      ['hongtou/no-such-request', {}],
    ]
    for (const [method, params] of malformed) {
      const answer: Promise<unknown> = editor.connection.sendRequest(method, params)
      await answer.catch((error: Error) => assert.doesNotMatch(error.message, /\n\s+at /, method))
    }
    await notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 } })
    await notify('textDocument/didChange', { textDocument: { uri: URI, version: 3 }, contentChanges: [null, 7, {}] })
    await notify('textDocument/didChange', {
      textDocument: { uri: URI, version: 4 },
      contentChanges: [{ range: { start: { line: 'a' }, end: {} }, text: 7 }],
    })
    await notify('textDocument/didOpen', {})
    assert.ok((await codes()).includes('punc-fullwidth'))
    for (const message of editor.messages) assert.doesNotMatch(message, /\n\s+at /)
  })

  it('after random edits the server knows the same as one that opens the result', async () => {
    const base = lines('---', '发文字号: 某政发[2026]12号', '---', '# 某市关于供暖的通知', '', '请核实,请填报。', '')
    const piece = fc.constantFrom('', '\n', '一、', '（一）', ',', ':::横排\n', '---\n', '# ', '甲')
    const edits = fc.array(fc.tuple(fc.nat(8), fc.nat(12), fc.nat(3), piece), { maxLength: 10 })
    let opened = 0
    const law = fc.asyncProperty(edits, async (changes) => {
      let text = base
      editor.open(URI, base)
      for (const [index, [line, character, length, inserted]] of changes.entries()) {
        const all = text.split('\n')
        const at = Math.min(line, all.length - 1)
        const start = Math.min(character, all[at]?.length ?? 0)
        const end = Math.min(start + length, all[at]?.length ?? 0)
        all[at] = `${all[at]?.slice(0, start)}${inserted}${all[at]?.slice(end)}`
        text = all.join('\n')
        await edit(index + 2, at, start, at, end, inserted)
      }
      const edited = await codes()
      // Two open documents of one number would be a finding of its own.
      await notify('textDocument/didClose', { textDocument: { uri: URI } })
      const other = `file:///office/${++opened}.gw.md`
      editor.open(other, text)
      assert.deepEqual(edited, await codes(other))
      await notify('textDocument/didClose', { textDocument: { uri: other } })
    })
    await fc.assert(law, { numRuns: 60 })
  }).timeout(30_000)
})
