import assert from 'node:assert/strict'
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol'

import { TextDocument } from 'vscode-languageserver-textdocument'
import type { FixAllResult, IgnoreArguments } from '../../server/src/lsp/commandProtocol.ts'
import { lines } from '../features/marked.ts'
import { memoryFiles } from '../workspace/memoryFiles.ts'
import { type Editor, openEditor, PULL } from './editor.ts'

const URI = 'file:///office/notice.gw.md'
const TEXT = lines('---', '发文字号: 某政发[2026]012号', '---', '# 某市关于供暖的通知', '', '请核实,请填报。')

let editor: Editor
let text: string
let accepts: boolean
let tells: boolean

const run = <R>(command: string, argument?: object): Promise<R> =>
  editor.connection.sendRequest('workspace/executeCommand', { command, arguments: argument ? [argument] : [] })
const IGNORE: IgnoreArguments = {
  uri: URI,
  version: 1,
  rule: 'punc-fullwidth',
  position: { line: 5, character: 3 },
  scope: 'here',
  reason: '原文如此',
}

describe('commands of the server', () => {
  beforeEach(async () => {
    editor = await openEditor(PULL)
    text = TEXT
    accepts = true
    tells = true
    editor.connection.onRequest('workspace/applyEdit', async ({ edit }: ApplyWorkspaceEditParams) => {
      if (!accepts) return { applied: false }
      text = TextDocument.applyEdits(TextDocument.create(URI, 'gongwen', 1, text), edit.changes?.[URI] ?? [])
      if (!tells) return { applied: true }
      await editor.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: URI, version: 2 },
        contentChanges: [{ text }],
      })
      return { applied: true }
    })
    editor.open(URI, TEXT)
  })
  afterEach(() => editor.close())

  it('mend all and say what is left', async () => {
    const result = await run<FixAllResult>('hongtou.server.fixAll', { uri: URI })
    assert.equal(text.split('\n')[1], '发文字号: 某政发〔2026〕12号')
    assert.equal(text.split('\n')[5], '请核实，请填报。')
    assert.deepEqual(result, { mended: 3, left: 1 })
  })

  it('know what is left before the editor has told of the new text', async () => {
    tells = false
    assert.deepEqual(await run('hongtou.server.fixAll', { uri: URI }), { mended: 3, left: 1 })
  })

  it('write a break of the title as one change, if it is still that title', async () => {
    const given = { uri: URI, version: 1, position: { line: 3, character: 4 }, lines: ['某市关于', '供暖的通知'] }
    const before = text
    assert.equal(await run('hongtou.server.breakTitle', given), true)
    assert.equal(text, before.replace('# 某市关于供暖的通知', '# 某市关于\n# 供暖的通知'))
    await assert.rejects(run('hongtou.server.breakTitle', { ...given, lines: ['别的', '标题'] }), /标题在此期间有改动/)
    await assert.rejects(run('hongtou.server.breakTitle', { uri: URI }), /标题在此期间有改动/)
  })

  it('write an ignore comment with its reason', async () => {
    assert.equal(await run('hongtou.server.ignore', IGNORE), true)
    assert.match(text, /\n<!-- 红头：忽略 \S+ 原文如此 -->\n请核实,/)
  })

  it('write nothing when the text has changed since', async () => {
    await assert.rejects(run('hongtou.server.ignore', { ...IGNORE, version: 0 }), /再试一次/)
    assert.equal(text, TEXT)
  })

  it('explain a rule in Markdown', async () => {
    const markdown = await run<string>('hongtou.server.explain', { rule: 'docnum-brackets' })
    assert.match(markdown, /^# /)
    assert.match(markdown, /〔2026〕/)
  })

  it('say in a sentence what does not work', async () => {
    await assert.rejects(run('hongtou.server.explain', { rule: 'no-such-rule' }), /没有规则“no-such-rule”/)
    await assert.rejects(run('hongtou.server.fixAll', { uri: 'file:///closed.gw.md' }), /没有在编辑器中打开/)
    await assert.rejects(run('hongtou.server.format-disk'), /没有命令/)
    await assert.rejects(run('hongtou.server.fixAll'), /没有在编辑器中打开/)
    accepts = false
    await assert.rejects(run('hongtou.server.fixAll', { uri: URI }), /编辑器没有接受修改/)
  })

  it('leave a rule alone in a selection', async () => {
    assert.equal(await run('hongtou.server.ignore', { ...IGNORE, scope: 'selection', end: IGNORE.position }), true)
    assert.match(text, /忽略始 .*\n请核实,请填报。\n<!-- 红头：忽略终/)
  })
})

describe('the severity of the house', () => {
  const CREATE = {
    ...PULL,
    workspace: { ...PULL.workspace, workspaceEdit: { resourceOperations: ['create' as const] } },
  }
  const SEVERITY = { uri: URI, rule: 'punc-fullwidth', severity: 'off' }
  const sent = async (capabilities: ClientCapabilities, files = memoryFiles()) => {
    const house = await openEditor(capabilities, { files })
    const edits: WorkspaceEdit[] = []
    house.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
      edits.push(edit)
      return { applied: true }
    })
    house.open(URI, TEXT)
    const command = { command: 'hongtou.server.setSeverity', arguments: [SEVERITY] }
    const answer = await house.connection
      .sendRequest('workspace/executeCommand', command)
      .catch((error) => error.message)
    await house.close()
    return { answer, edit: edits[0] }
  }

  it('makes a profile beside the document where there is none', async () => {
    const { answer, edit } = await sent(CREATE)
    assert.equal(answer, '红头.yaml')
    const [made, filled] = edit?.documentChanges ?? []
    assert.ok(made && 'kind' in made && made.kind === 'create')
    assert.equal(decodeURI(made.uri), 'file:///office/红头.yaml')
    assert.ok(filled && 'edits' in filled)
    assert.match((filled.edits[0] as TextEdit).newText, /^规则:\n {2}.*: 关闭\n$/)
  })

  it('is written into the profile that holds, be it further up', async () => {
    const { edit } = await sent(PULL, memoryFiles({ 'file:///红头.yaml': '规则:\n  标点: 提醒\n' }))
    const [[uri = '', edits = []] = []] = Object.entries(edit?.changes ?? {})
    assert.equal(decodeURI(uri), 'file:///红头.yaml')
    assert.deepEqual(edits[0]?.range.start, { line: 1, character: 0 })
  })

  it('says what to do in an editor that makes no files', async () => {
    const { answer, edit } = await sent(PULL)
    assert.match(String(answer), /新建“红头\.yaml”/)
    assert.equal(edit, undefined)
  })
})
