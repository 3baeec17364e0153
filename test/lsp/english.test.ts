import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type FullDocumentDiagnosticReport,
  type Hover,
  type MarkupContent,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import type { ChecklistRequest, ElementsRequest } from '../../server/src/lsp/protocol.ts'
import { PULL } from './editor.ts'

const URI = 'file:///office/notice.gw.md'
const TEXT = '---\n发文字号: 某政发[2026]12号\n---\n\n# 某市关于供暖的通知\n\n各学校：\n\n为做好供暖,现通知如下：\n\n'
const NUMBER = { line: 1, character: 10 }

interface Told {
  /** Message of a finding by its rule. */
  readonly findings: ReadonlyMap<unknown, string>
  readonly actions: readonly string[]
  readonly hover: string
  readonly details: readonly string[]
  readonly page: string
  readonly form: ElementsRequest['result']
  readonly checklist: ChecklistRequest['result']
}

/** What the built server tells an editor in one language. */
async function tell(locale: string): Promise<Told> {
  const server = spawn(process.execPath, ['dist/server.mjs', '--stdio'])
  const exit = new Promise((resolve) => server.once('exit', resolve))
  const editor = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  editor.listen()
  await editor.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: PULL, locale })
  await editor.sendNotification('initialized', {})
  const textDocument = { uri: URI, languageId: 'gongwen', version: 1, text: TEXT }
  await editor.sendNotification('textDocument/didOpen', { textDocument })
  const told = await ask(editor)
  await editor.sendRequest('shutdown')
  await editor.sendNotification('exit')
  await exit
  editor.dispose()
  return told
}

async function ask(editor: ProtocolConnection): Promise<Told> {
  const at = { textDocument: { uri: URI }, position: NUMBER }
  const report: FullDocumentDiagnosticReport = await editor.sendRequest('textDocument/diagnostic', at)
  const range = { start: NUMBER, end: NUMBER }
  const actions: CodeAction[] = await editor.sendRequest('textDocument/codeAction', {
    ...at,
    range,
    context: { diagnostics: [] },
  })
  const hover: Hover = await editor.sendRequest('textDocument/hover', at)
  const items: CompletionItem[] = await editor.sendRequest('textDocument/completion', {
    ...at,
    position: { line: 9, character: 0 },
  })
  const page: string = await editor.sendRequest('workspace/executeCommand', {
    command: 'hongtou.server.explain',
    arguments: [{ rule: 'docnum-brackets' }],
  })
  return {
    findings: new Map(report.items.map(({ code, message }) => [code, String(message)])),
    actions: actions.map(({ title }) => title),
    hover: (hover.contents as MarkupContent).value,
    details: items.flatMap(({ detail }) => detail ?? []),
    page,
    form: await editor.sendRequest('hongtou/elements', { uri: URI }),
    checklist: await editor.sendRequest('hongtou/checklist', { uri: URI }),
  }
}

describe('the language of the editor', () => {
  it('is the one in which an English editor is told everything', async () => {
    const { findings, actions, hover, details, page } = await tell('en')
    assert.match(findings.get('docnum-brackets') ?? '', /^The year in the document number .* use hexagonal brackets/)
    for (const text of [...findings.values(), ...actions, hover, page]) {
      assert.match(text, /[A-Za-z]{3}/)
    }
    assert.ok(actions.includes('Use hexagonal brackets 〔〕'))
    assert.ok(actions.includes('Explain the rule “Hexagonal brackets in document numbers”'))
    assert.match(hover, /\*\*Hexagonal brackets in document numbers\*\* \(docnum-brackets\)/)
    assert.match(hover, /Basis: GB\/T 9704—2012 7\.2\.5 \(required\)/)
    assert.ok(details.includes('top level') && details.includes('closing formula'))
    assert.match(page, /^# Hexagonal brackets in document numbers\n[\s\S]*## Wrong\n/)
    const told = [...findings.values(), ...actions, ...details, hover].join('\n')
    assert.doesNotMatch(told, /应当|请|依据|规则|查看/)
  }).timeout(30_000)

  it('is the one of form and checklist, whose keys are the same in every language', async () => {
    const [{ form, checklist }, chinese] = [await tell('en'), await tell('zh-cn')]
    const number = form?.fields.find(({ key }) => key === '发文字号')
    assert.equal(number?.name, 'Document number (发文字号)')
    assert.equal(number.group, 'Head and body (版头和主体)')
    assert.match(number.description, /^Code of the organ, year and serial number/)
    assert.match(checklist?.[0]?.group ?? '', /^[A-Z]/)
    for (const { text, clause, reason = text } of checklist ?? []) {
      for (const told of [text, reason]) assert.match(told, /^[A-Z“]/)
      assert.doesNotMatch(clause, /第|《/)
    }
    assert.deepEqual(
      checklist?.map(({ key }) => key),
      chinese.checklist?.map(({ text }) => text),
    )
  }).timeout(30_000)

  it('is Chinese in a Chinese one', async () => {
    const { findings, actions, hover, details } = await tell('zh-cn')
    assert.match(findings.get('docnum-brackets') ?? '', /应当用六角括号/)
    assert.ok(actions.includes('查看规则「文号用六角括号」的依据和示例'))
    assert.match(hover, /依据：GB\/T 9704—2012 7\.2\.5（规定）/)
    assert.ok(details.includes('第一层'))
  }).timeout(30_000)
})
