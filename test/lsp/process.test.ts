import assert from 'node:assert/strict'
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type CodeLens,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import type { ProcessActRequest, ProcessMakeRequest, ProcessRequest } from '../../server/src/lsp/processProtocol.ts'
import type { Method, RegisterRequest } from '../../server/src/lsp/protocol.ts'

const FLOW = `名称: 联合发文
步骤:
  - 名称: 拟稿
  - 名称: 签发
    职务: [市长]
    定稿: 是
  - 名称: 登记
    编号: 是
  - 名称: 用印
`
const TEXT = '---\n发文机关: 某市\n发文字号: 某发〔2026〕号\n---\n# 某市关于供暖的通知\n\n各区：\n\n11月15日起供暖。\n'
const clerk = { name: '王某', organ: '某市办公室' }
const mayor = { name: '李某', organ: '某市', post: '市长' }

/** A server as a process, with an editor that has a folder and a setting for the flow. */
function start(folder: string, flow: string, trusted: boolean) {
  const server: ChildProcessWithoutNullStreams = spawn(process.execPath, [
    '--import',
    'tsx',
    'server/src/server.ts',
    '--stdio',
  ])
  const connection: ProtocolConnection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => (section === 'hongtou.flow' ? flow : null)),
  )
  connection.listen()
  const uri = pathToFileURL(folder).href
  const initialized = connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: '公文' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
    initializationOptions: { trusted, lenses: { process: 'show' } },
    locale: 'zh-cn',
  })
  return { server, connection, initialized }
}

describe('办文 over standard input and output', () => {
  let folder: string
  let open: ReturnType<typeof start>
  const file = (name: string) => join(folder, name)
  const uri = () => pathToFileURL(file('通知.gw.md')).href
  const ask = <M extends Method>(method: M['method'], params: M['params']): Promise<M['result']> =>
    open.connection.sendRequest(method, params)
  const see = async (actor = clerk) =>
    (await ask<ProcessRequest>('hongtou/process', { uri: uri(), actor })) ?? assert.fail()
  const act = (actor: typeof clerk, action: string, more: object = {}) =>
    ask<ProcessActRequest>('hongtou/processAct', { uri: uri(), actor, action, ...more })

  async function begin(flow = '流程.yaml', trusted = true) {
    open = start(folder, flow, trusted)
    await open.initialized
    await open.connection.sendNotification('initialized', {})
  }
  async function show(text: string, version: number) {
    const textDocument = { uri: uri(), version }
    if (version > 1)
      return open.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] })
    await open.connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'gongwen', text },
    })
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hongtou-process-'))
    writeFileSync(file('流程.yaml'), FLOW)
    writeFileSync(file('通知.gw.md'), TEXT)
  })
  afterEach(async () => {
    open.connection.dispose()
    open.server.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it('goes from step to step by the flow of the folder, and says why a step is refused', async () => {
    await begin()
    const before = await see()
    assert.deepEqual([before.begun, before.flow, before.standing], [false, '联合发文', '未开始'])
    const drafted = await act(clerk, '拟稿')
    assert.equal(drafted?.standing, '待签发')
    assert.match(readFileSync(file('通知.gw.log'), 'utf8'), /"action":"拟稿"/)
    await assert.rejects(act(clerk, '用印'), /“用印”之前还没有办完“签发”。/)
    await assert.rejects(act(clerk, '签发'), /某市办公室王某无权办理“签发”：流程规定由市长办理。/)
    assert.match((await see()).steps[1]?.action?.refusal ?? '', /无权办理/)
    const issued = await act(mayor, '签发', { opinion: '同意，请印发。' })
    assert.deepEqual([issued?.standing, issued?.steps[1]?.done[0]?.opinion], ['待登记', '同意，请印发。'])
    assert.equal(readFileSync(file('通知.定稿.md'), 'utf8'), TEXT)
    const back = await act(mayor, '退回', { to: '拟稿', opinion: '缺依据。' })
    assert.equal(back?.steps[0]?.standing, 'returned')
  }).timeout(60_000)

  it('gives the number from the register and writes it into the document', async () => {
    await begin()
    await act(clerk, '拟稿')
    await act(mayor, '签发')
    const state = await act(clerk, '登记', { numbered: true })
    assert.deepEqual([state?.standing, state?.problems, state?.change], ['待用印', [], undefined])
    assert.match(readFileSync(file('通知.gw.md'), 'utf8'), /发文字号: 某发〔\d{4}〕1号/)
    assert.match(readFileSync(file('发文登记.jsonl'), 'utf8'), /某发/)
  }).timeout(60_000)

  it('tells of text that was changed in the editor after 签发, in the view, the lens and the register', async () => {
    await begin()
    await show(TEXT, 1)
    await act(clerk, '拟稿')
    await act(mayor, '签发')
    await show(TEXT.replace('15日', '10日'), 2)
    const { change, standing, steps } = await see()
    assert.deepEqual(change, { since: '签发', settled: true, lines: [8] })
    assert.equal(standing, '签发后有改动')
    assert.match(steps[2]?.action?.refusal ?? '', /“签发”以后正文改动过/)
    const lenses: CodeLens[] = await open.connection.sendRequest('textDocument/codeLens', {
      textDocument: { uri: uri() },
    })
    assert.ok(lenses.some(({ command }) => command?.title === '办文：签发后有改动'))
    const rows = await ask<RegisterRequest>('hongtou/register', null)
    assert.deepEqual(
      rows.map((row) => row.standing),
      ['签发后有改动'],
    )
  }).timeout(60_000)

  it('says what hinders 归档 in words of an editor: by the name of the file, with no option of the command line', async () => {
    await begin()
    await act(clerk, '拟稿')
    const archive = () => ask<ProcessMakeRequest>('hongtou/processMake', { uri: uri(), kind: 'archive', trusted: [] })
    await assert.rejects(archive(), { message: '通知.gw.md 还没有办结，下一步是“签发”。现在不能归档。' })
    await act(mayor, '签发')
    await act(clerk, '登记', { numbered: true })
    await act(clerk, '用印')
    await assert.rejects(archive(), { message: '没有找到正本 通知-签章.pdf。请先生成并签章。' })
    writeFileSync(file('通知.gw.log'), 'x')
    await assert.rejects(
      act(clerk, '批注', { opinion: '请核。' }),
      (error: Error) => !/--|hongtou |[/\\]/.test(error.message),
    )
  }).timeout(60_000)

  it('takes a name with brackets for the name of a file, not for a pattern', async () => {
    await begin()
    const name = '某发[2026]3号.gw.md'
    writeFileSync(file(name), TEXT)
    const params = { uri: pathToFileURL(file(name)).href, actor: clerk, action: '拟稿' }
    assert.equal((await ask<ProcessActRequest>('hongtou/processAct', params))?.standing, '待签发')
    assert.match(readFileSync(file('某发[2026]3号.gw.log'), 'utf8'), /拟稿/)
  }).timeout(60_000)

  it('finds an entry that was changed, and adds nothing behind it', async () => {
    await begin()
    await act(clerk, '拟稿', { opinion: '请审。' })
    const log = file('通知.gw.log')
    writeFileSync(log, readFileSync(log, 'utf8').replace('请审', '请改'))
    const view = await see()
    assert.ok(view.problems.length > 0)
    await assert.rejects(act(mayor, '签发'), /与写下时不一样/)
  }).timeout(60_000)

  it('in a folder that is not trusted shows the record and writes nothing', async () => {
    await begin('流程.yaml', false)
    assert.equal((await see()).standing, '未开始')
    await assert.rejects(act(clerk, '拟稿'), /未被信任/)
    const made = ask<ProcessMakeRequest>('hongtou/processMake', { uri: uri(), kind: 'sheet', trusted: [] })
    await assert.rejects(made, /未被信任/)
    assert.throws(() => readFileSync(file('通知.gw.log')))
  }).timeout(60_000)

  it('reads no flow from outside of the folder', async () => {
    await begin('../流程.yaml')
    await assert.rejects(see(), /不在工作区文件夹里/)
  }).timeout(60_000)

  it('says so where a document is no file, or nobody is named', async () => {
    await begin()
    assert.equal(await ask<ProcessRequest>('hongtou/process', { uri: 'untitled:1' }), null)
    await assert.rejects(act({ name: '', organ: '' }, '拟稿'), /没有写明办理人/)
  }).timeout(60_000)
})
