import assert from 'node:assert/strict'
import type { FullDocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol'
import { memoryFiles } from '../workspace/memoryFiles.ts'
import { openEditor, PULL } from './editor.ts'

const WRONG = 'file:///office/wrong.gw.md'
const OPEN = 'file:///office/open.gw.md'

describe('diagnostics of the workspace', () => {
  it('tell of documents that are not open, and again only when a file changed', async () => {
    const files = memoryFiles({ [WRONG]: '请核实,请填报。', [OPEN]: '请核实,请填报。' })
    const params = { rootUri: 'file:///office', initializationOptions: { checkFolder: true } }
    const editor = await openEditor(PULL, { files }, params)
    editor.open(OPEN, '请核实。')
    let ids: { uri: string; value: string }[] = []
    const ask = async () => {
      const report: WorkspaceDiagnosticReport = await editor.connection.sendRequest('workspace/diagnostic', {
        identifier: 'hongtou',
        previousResultIds: ids,
      })
      ids = [
        ...ids.filter(({ uri }) => !report.items.some((item) => item.uri === uri)),
        ...report.items.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : [])),
      ]
      return report.items.map((item) => [
        item.uri,
        (item as FullDocumentDiagnosticReport).items.some(({ code }) => code === 'punc-fullwidth'),
      ])
    }
    let first = await ask()
    while (first.length === 0) first = await ask()
    assert.deepEqual(first, [[WRONG, true]])
    assert.deepEqual(await ask(), [])
    files.stored.set(WRONG, new TextEncoder().encode('请核实，请填报。'))
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: WRONG, type: 2 }] })
    let second = await ask()
    while (second.length === 0) second = await ask()
    assert.deepEqual(second, [[WRONG, false]])
    files.stored.delete(WRONG)
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: WRONG, type: 3 }] })
    let third = await ask()
    while (third.length === 0) third = await ask()
    assert.deepEqual(third, [[WRONG, false]])
    assert.deepEqual(await ask(), [])
    await editor.close()
  })

  it('tell what only a comparison with the others shows, and tell it anew when they change', async () => {
    const numbered = (number: number) => `---\n发文字号: 某政发〔2026〕${number}号\n---\n\n# 某市通知${number}\n`
    const files = memoryFiles({ [WRONG]: numbered(1), [OPEN]: numbered(2) })
    const params = { rootUri: 'file:///office', initializationOptions: { checkFolder: true } }
    const editor = await openEditor(PULL, { files }, params)
    editor.open(OPEN, numbered(2).replace('〔2026〕2号', '〔2026〕1号'))
    await editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: OPEN } })
    const repeated = async (): Promise<boolean | undefined> => {
      const asked = { identifier: 'hongtou', previousResultIds: [] }
      const report: WorkspaceDiagnosticReport = await editor.connection.sendRequest('workspace/diagnostic', asked)
      const item = report.items.find(({ uri }) => uri === WRONG) as FullDocumentDiagnosticReport | undefined
      return item?.items.some(({ code }) => code === 'docnum-duplicate')
    }
    let told = await repeated()
    while (told === undefined) told = await repeated()
    assert.equal(told, true)
    const contentChanges = [{ text: numbered(2) }]
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: OPEN, version: 2 },
      contentChanges,
    })
    await editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: OPEN } })
    assert.equal(await repeated(), false)
    await editor.close()
  })

  it('tell of an attachment that is not there, until it is', async () => {
    const text = '# 某某市人民政府关于普查的通知\n\n请遵照执行。\n\n::附件[统计表]{文件="统计表.pdf"}\n'
    const files = memoryFiles({ [WRONG]: text })
    const params = { rootUri: 'file:///office', initializationOptions: { checkFolder: true } }
    const editor = await openEditor(PULL, { files }, params)
    let previousResultIds: { uri: string; value: string }[] = []
    const told = async (): Promise<boolean> => {
      const asked = { identifier: 'hongtou', previousResultIds }
      const report: WorkspaceDiagnosticReport = await editor.connection.sendRequest('workspace/diagnostic', asked)
      const item = report.items[0] as FullDocumentDiagnosticReport | undefined
      if (!item) return told()
      previousResultIds = [{ uri: WRONG, value: item.resultId ?? '' }]
      return item.items.some(({ code }) => code === 'attach-file-missing')
    }
    assert.equal(await told(), true)
    const uri = encodeURI('file:///office/统计表.pdf')
    files.stored.set('file:///office/统计表.pdf', new Uint8Array(1))
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] })
    assert.equal(await told(), false)
    await editor.close()
  })

  it('are not offered unasked: an archive is not to be mended', async () => {
    const editor = await openEditor(PULL, {}, { rootUri: 'file:///office' })
    assert.ok(editor.server.capabilities.diagnosticProvider?.workspaceDiagnostics === false)
    await editor.close()
  })
})
