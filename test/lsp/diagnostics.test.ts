import assert from 'node:assert/strict'
import type { DocumentDiagnosticReport, FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol'
import { lines } from '../features/marked.ts'
import { memoryFiles } from '../workspace/memoryFiles.ts'
import { type Editor, openEditor, PULL, PUSH } from './editor.ts'

const URI = 'file:///office/notice.gw.md'
const WRONG = lines('---', '发文字号: 某政发[2026]12号', '---', '# 某市关于供暖的通知', '', '为做好供暖,现通知如下：')

let editor: Editor

function pull(previousResultId?: string): Promise<DocumentDiagnosticReport> {
  const params = {
    textDocument: { uri: URI },
    identifier: 'hongtou',
    ...(previousResultId ? { previousResultId } : {}),
  }
  return editor.connection.sendRequest('textDocument/diagnostic', params)
}

async function pullFull(): Promise<FullDocumentDiagnosticReport> {
  const report = await pull()
  assert.equal(report.kind, 'full')
  return report as FullDocumentDiagnosticReport
}

const replaceComma = (version: number) =>
  editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start: { line: 5, character: 5 }, end: { line: 5, character: 6 } }, text: '，' }],
  })

describe('pull diagnostics', () => {
  afterEach(() => editor.close())
  beforeEach(async () => {
    editor = await openEditor(PULL, { rulePages: 'file:///rules/' })
    editor.open(URI, WRONG)
  })

  it('have range, severity, rule, sentence and the page of the rule', async () => {
    const { items } = await pullFull()
    const found = items.find(({ code }) => code === 'docnum-brackets') ?? assert.fail('not found')
    assert.deepEqual(found.range, { start: { line: 1, character: 9 }, end: { line: 1, character: 15 } })
    assert.equal(found.severity, 1)
    assert.equal(found.source, '红头')
    assert.match(String(found.message), /六角括号/)
    assert.equal(found.codeDescription?.href, 'file:///rules/docnum-brackets.md')
  })

  it('are not sent a second time when nothing changed', async () => {
    const { resultId } = await pullFull()
    assert.deepEqual(await pull(resultId), { kind: 'unchanged', resultId })
  })

  it('follow an incremental change', async () => {
    const before = await pullFull()
    await replaceComma(2)
    const after = (await pull(before.resultId)) as FullDocumentDiagnosticReport
    assert.equal(after.kind, 'full')
    assert.ok(before.items.some(({ code }) => code === 'punc-fullwidth'))
    assert.ok(!after.items.some(({ code }) => code === 'punc-fullwidth'))
  })

  it('are never sent without being asked for', async () => {
    await pullFull()
    await replaceComma(2)
    await pullFull()
    assert.deepEqual(editor.published, [])
  })

  it('are empty for a document that is not open', async () => {
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } })
    assert.deepEqual((await pullFull()).items, [])
  })

  it('follow the settings', async () => {
    const settings = { hongtou: { rules: { 'docnum-brackets': 'hint', 'punc-fullwidth': 7 } } }
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings })
    const { items } = await pullFull()
    assert.equal(items.find(({ code }) => code === 'docnum-brackets')?.severity, 4)
    assert.ok(items.some(({ code }) => code === 'punc-fullwidth'))
  })
})

describe('push diagnostics', () => {
  afterEach(() => editor.close())
  beforeEach(async () => {
    editor = await openEditor(PUSH)
  })

  it('come by themselves, with the version they are about', async () => {
    editor.open(URI, WRONG)
    const first = await editor.nextPublished(URI)
    assert.equal(first.version, 1)
    assert.ok(first.diagnostics.some(({ code }) => code === 'docnum-brackets'))
    await replaceComma(2)
    const second = await editor.nextPublished(URI)
    assert.equal(second.version, 2)
    assert.ok(!second.diagnostics.some(({ code }) => code === 'punc-fullwidth'))
  })

  it('come once for changes that arrive together', async () => {
    editor.open(URI, '正文。')
    await editor.nextPublished(URI)
    for (let version = 2; version < 22; version++) {
      void editor.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: URI, version },
        contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '甲' }],
      })
    }
    while ((await editor.nextPublished(URI)).version !== 21);
    assert.ok(editor.published.length < 12, `${editor.published.length} messages`)
  })

  it('go away when the document is closed', async () => {
    editor.open(URI, WRONG)
    await editor.nextPublished(URI)
    const last = editor.nextPublished(URI)
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } })
    assert.deepEqual((await last).diagnostics, [])
  })

  it('know no pull: such an editor is not offered it', () => {
    assert.equal(editor.server.capabilities.diagnosticProvider, undefined)
  })
})

describe('diagnostics and the profile of the folder', () => {
  afterEach(() => editor.close())
  it('follow a profile that changes on disk', async () => {
    const files = memoryFiles()
    editor = await openEditor(PUSH, { files })
    editor.open(URI, WRONG)
    const before = await editor.nextPublished(URI)
    const profile = 'file:///office/红头.yaml'
    files.stored.set(profile, new TextEncoder().encode('规则:\n  punc-fullwidth: off\n'))
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: profile, type: 1 }],
    })
    const after = await editor.nextPublished(URI)
    assert.ok(before.diagnostics.some(({ code }) => code === 'punc-fullwidth'))
    assert.ok(!after.diagnostics.some(({ code }) => code === 'punc-fullwidth'))
  })
})

describe('the problems of a profile', () => {
  const PROFILE = encodeURI('file:///office/红头.yaml')
  const SOUND = '规则:\n  wording-pair: 提示\n'
  const BROKEN = `${SOUND}默认:\n  发文单位: 甲\n`
  const bytes = (text: string) => new TextEncoder().encode(text)
  const change = () =>
    editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: PROFILE, type: 2 }] })
  afterEach(() => editor.close())

  it('stand on its file, and at the top of the documents that it serves', async () => {
    editor = await openEditor(PUSH, { files: memoryFiles({ [PROFILE]: BROKEN }) })
    const [onProfile, onDocument] = [editor.nextPublished(PROFILE), editor.nextPublished(URI)]
    editor.open(URI, '正文。')
    const [problem, ...others] = (await onProfile).diagnostics
    assert.equal(problem?.message, '红头.yaml第4行：没有“发文单位”这一项，是不是“发文机关”？')
    assert.deepEqual(problem?.range, { start: { line: 3, character: 2 }, end: { line: 3, character: 6 } })
    assert.deepEqual(others, [])
    const [note] = (await onDocument).diagnostics.filter(({ code }) => code === 'profile')
    assert.match(String(note?.message), /^单位设置有1处没有采用：红头\.yaml第4行/)
    assert.equal(note?.relatedInformation?.[0]?.location.uri, PROFILE)
  })

  it('go away when the file is mended, and when its last document is closed', async () => {
    const files = memoryFiles({ [PROFILE]: BROKEN })
    editor = await openEditor(PUSH, { files })
    const [onProfile, onDocument] = [editor.nextPublished(PROFILE), editor.nextPublished(URI)]
    editor.open(URI, '正文。')
    assert.equal((await onProfile).diagnostics.length, 1)
    await onDocument
    files.stored.set(PROFILE, bytes(SOUND))
    const mended = editor.nextPublished(PROFILE)
    const without = editor.nextPublished(URI)
    await change()
    assert.deepEqual((await mended).diagnostics, [])
    assert.ok(!(await without).diagnostics.some(({ code }) => code === 'profile'))
    files.stored.set(PROFILE, bytes(BROKEN))
    const again = editor.nextPublished(PROFILE)
    await change()
    assert.equal((await again).diagnostics.length, 1)
    const last = editor.nextPublished(PROFILE)
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } })
    assert.deepEqual((await last).diagnostics, [])
  })

  it('are sent to editors that pull, and change what they pull', async () => {
    const files = memoryFiles({ [PROFILE]: SOUND })
    editor = await openEditor(PULL, { files })
    editor.open(URI, '正文。')
    const textDocument = { uri: URI }
    const sound = await editor.connection.sendRequest<{ resultId: string }>('textDocument/diagnostic', { textDocument })
    files.stored.set(PROFILE, bytes(BROKEN))
    await change()
    const onProfile = editor.nextPublished(PROFILE)
    const pulled = await editor.connection.sendRequest<{ kind: string; items: { code: string }[] }>(
      'textDocument/diagnostic',
      { textDocument, previousResultId: sound.resultId },
    )
    assert.equal((await onProfile).diagnostics.length, 1)
    assert.equal(pulled.items[0]?.code, 'profile')
  })
})

describe('settings of a folder', () => {
  it('hold for its documents and for no others', async () => {
    const folders = ['file:///office', 'file:///archive']
    const waiting: (() => void)[] = []
    const capabilities = { ...PULL, workspace: { ...PULL.workspace, configuration: true } }
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri }))
    const editor = await openEditor(capabilities, {}, { workspaceFolders })
    editor.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) => {
      for (const done of waiting.splice(0)) setTimeout(done, 20)
      return items.map(({ scopeUri }) => ({ rules: scopeUri.endsWith('archive') ? { 'punc-fullwidth': 'off' } : {} }))
    })
    const asked = new Promise<void>((resolve) => waiting.push(resolve))
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await asked
    const codes = async (uri: string) => {
      editor.open(uri, '请核实,请填报。')
      const params = { textDocument: { uri } }
      const report: FullDocumentDiagnosticReport = await editor.connection.sendRequest(
        'textDocument/diagnostic',
        params,
      )
      return report.items.map(({ code }) => code)
    }
    assert.ok((await codes('file:///office/a.gw.md')).includes('punc-fullwidth'))
    assert.ok(!(await codes('file:///archive/2026/a.gw.md')).includes('punc-fullwidth'))
    await editor.close()
  })
})
