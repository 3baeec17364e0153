import assert from 'node:assert/strict'
import type { Location, SelectionRange, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver-protocol'
import { lines } from '../features/marked.ts'
import { memoryFiles } from '../workspace/memoryFiles.ts'
import { type Editor, openEditor, PULL } from './editor.ts'

const URI = 'file:///office/notice.gw.md'
const LAW = 'file:///office/law.gw.md'
const AWAY = 'file:///archive/old.gw.md'
/** It begins with a BOM, which positions count and offsets do not. */
const LAW_TEXT = `\uFEFF${lines('# 某市供暖办法的通知', '', '见《某市关于供暖的通知》。', '', '::附件[表]{另附 文件=表.xlsx}')}`
const TEXT = lines(
  '# 某市关于供暖的通知',
  '',
  '某某市数据管理局（以下简称数据局）执行《某市供暖办法的通知》。',
  '',
  '数据局负责。',
)
const files = memoryFiles({ [LAW]: LAW_TEXT, [AWAY]: '# 某市档案的通知' })
const folder = (uri: string) => ({ uri, name: uri })

let editor: Editor

const ask = <R>(method: string, params: object = {}): Promise<R> =>
  editor.connection.sendRequest(method, { textDocument: { uri: URI }, ...params })
const at = (line: number, character: number) => ({ position: { line, character } })

/** Waits until the folders are read. */
async function known(title: string): Promise<void> {
  for (;;) {
    const found: SymbolInformation[] = await ask('workspace/symbol', { query: title })
    if (found.length > 0) return
  }
}

describe('navigation', () => {
  beforeEach(async () => {
    const workspaceFolders = [folder('file:///office'), folder('file:///archive')]
    editor = await openEditor(PULL, { files }, { workspaceFolders })
    await known('某市供暖办法')
    editor.open(URI, TEXT)
  })
  afterEach(() => editor.close())

  it('goes to a definition here and to a cited document that is not open', async () => {
    const [here]: Location[] = await ask('textDocument/definition', at(4, 1))
    assert.deepEqual(here?.range.start, { line: 2, character: 13 })
    const [there]: Location[] = await ask('textDocument/definition', at(2, 25))
    assert.equal(there?.uri, LAW)
    assert.equal(await ask('textDocument/definition', at(4, 4)), null)
  })

  it('finds references in a document that is not open, with their lines', async () => {
    const found: Location[] = await ask('textDocument/references', {
      ...at(0, 5),
      context: { includeDeclaration: false },
    })
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [[LAW, 2]],
    )
  })

  it('renames across documents, and says why where it cannot', async () => {
    const { changes }: WorkspaceEdit = await ask('textDocument/rename', { ...at(0, 5), newName: '某市供热通知' })
    assert.deepEqual(Object.keys(changes ?? {}).sort(), [LAW, URI].sort())
    assert.deepEqual(changes?.[LAW]?.[0]?.range.start, { line: 2, character: 2 })
    await assert.rejects(ask('textDocument/prepareRename', at(4, 4)), /没有可以改名的/)
    await assert.rejects(ask('textDocument/rename', { ...at(0, 5), newName: '甲》乙' }), /书名号/)
  })

  it('keeps paths right when a file is renamed', async () => {
    const params = { files: [{ oldUri: 'file:///office/%E8%A1%A8.xlsx', newUri: 'file:///office/a.xlsx' }] }
    const { changes }: WorkspaceEdit = await editor.connection.sendRequest('workspace/willRenameFiles', params)
    assert.deepEqual(
      changes?.[LAW]?.map(({ newText }) => newText),
      ['a.xlsx'],
    )
    assert.deepEqual(Object.keys(changes ?? {}), [LAW])
  })

  it('selects outwards from every cursor', async () => {
    const [range]: SelectionRange[] = await ask('textDocument/selectionRange', { positions: [at(4, 1).position] })
    assert.deepEqual(range?.parent?.range.start, { line: 4, character: 0 })
  })

  it('knows all folders of the workspace, and forgets one that leaves', async () => {
    await known('档案')
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [folder('file:///archive')] },
    })
    assert.deepEqual(await ask('workspace/symbol', { query: '档案' }), [])
  })
})
