import assert from 'node:assert/strict'
import type {
  ClientCapabilities,
  CodeLens,
  InlayHint,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver-protocol'
import { lines } from '../features/marked.ts'
import { type Editor, openEditor, PULL } from './editor.ts'

const URI = 'file:///office/notice.gw.md'
const TEXT = lines('# 某市关于供暖的通知', '', '各县：', '', '请核实,请填报。', '', '一、甲', '', '::附件[任务表]')
const textDocument = { uri: URI }

async function open(initializationOptions: object = {}): Promise<Editor> {
  const editor = await openEditor(PULL, {}, { initializationOptions })
  editor.open(URI, TEXT)
  return editor
}

describe('annotations', () => {
  it('colour the elements, and tell only what changed since', async () => {
    const editor = await open()
    const full: SemanticTokens = await editor.connection.sendRequest('textDocument/semanticTokens/full', {
      textDocument,
    })
    assert.equal(full.data.length % 5, 0)
    assert.ok(full.data.length > 0)
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: { start: { line: 6, character: 0 }, end: { line: 6, character: 3 } }, text: '乙' }],
    })
    const params = { textDocument, previousResultId: full.resultId }
    const delta: SemanticTokensDelta = await editor.connection.sendRequest(
      'textDocument/semanticTokens/full/delta',
      params,
    )
    const now: SemanticTokens = await editor.connection.sendRequest('textDocument/semanticTokens/full', {
      textDocument,
    })
    const data = [...full.data]
    for (const { start, deleteCount, data: put = [] } of delta.edits.toReversed())
      data.splice(start, deleteCount, ...put)
    assert.deepEqual(data, now.data)
    assert.notDeepEqual(data, full.data)
    await editor.close()
  })

  it('colour the lines that are asked for only', async () => {
    const editor = await open()
    const some = async (from: number, to: number): Promise<readonly number[]> => {
      const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } }
      const params = { textDocument, range }
      const found: SemanticTokens = await editor.connection.sendRequest('textDocument/semanticTokens/range', params)
      return found.data
    }
    const full: SemanticTokens = await editor.connection.sendRequest('textDocument/semanticTokens/full', {
      textDocument,
    })
    assert.deepEqual(await some(0, 99), full.data)
    assert.deepEqual((await some(2, 3)).slice(0, 2), [2, 0])
    assert.deepEqual(await some(4, 5), [])
    await editor.close()
  })

  it('hint at what is asked for only', async () => {
    const editor = await open()
    const hints = async (from: number, to: number) => {
      const range = { start: { line: from, character: 0 }, end: { line: to, character: 99 } }
      const found: InlayHint[] = await editor.connection.sendRequest('textDocument/inlayHint', { textDocument, range })
      return found.map(({ position }) => position.line)
    }
    assert.deepEqual(await hints(0, 99), [0, 8])
    assert.deepEqual(await hints(1, 7), [])
    await editor.close()
  })

  it('have lenses for the commands that the editor has, and mend by the server’s own', async () => {
    const plain = await open()
    const mend: CodeLens[] = await plain.connection.sendRequest('textDocument/codeLens', { textDocument })
    assert.deepEqual(
      mend.map(({ command }) => command?.command),
      ['hongtou.server.fixAll'],
    )
    await plain.close()
    const able = await open({ lenses: { preview: 'hongtou.preview', sign: 7 } })
    const both: CodeLens[] = await able.connection.sendRequest('textDocument/codeLens', { textDocument })
    assert.deepEqual(
      both.map(({ command }) => command?.command),
      ['hongtou.server.fixAll', 'hongtou.preview'],
    )
    await able.close()
  })

  it('are asked for again when findings changed and the text did not, and only then', async () => {
    const able: ClientCapabilities = { ...PULL, workspace: { ...PULL.workspace, codeLens: { refreshSupport: true } } }
    const editor = await openEditor(able)
    let asked = 0
    editor.connection.onRequest('workspace/codeLens/refresh', () => {
      asked++
      return null
    })
    const told = () => editor.connection.sendRequest('textDocument/diagnostic', { textDocument })
    editor.open(URI, TEXT)
    await told()
    await told()
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: { start: { line: 6, character: 0 }, end: { line: 6, character: 3 } }, text: '乙' }],
    })
    await told()
    assert.equal(asked, 0)
    const settings = { hongtou: { rules: { 标点: 'off' } } }
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings })
    await told()
    assert.equal(asked, 1)
    await editor.close()
  })
})
