import assert from 'node:assert/strict'
import { createWorkspace } from '../../server/src/workspace/workspace.ts'
import { memoryFiles } from './memoryFiles.ts'

const URI = 'file:///office/notice.gw.md'

describe('workspace', () => {
  it('builds a document once for a version of its text', async () => {
    const workspace = createWorkspace(memoryFiles())
    workspace.open(URI, 1, '# 关于供暖的通知')
    const first = await workspace.read(URI)
    assert.equal(first, await workspace.read(URI))
    workspace.edit(URI, 2, { span: { start: 2, end: 2 }, text: '某市' })
    const second = await workspace.read(URI)
    assert.equal(second?.document.version, 2)
    assert.deepEqual(second?.document.main.title?.value, ['某市关于供暖的通知'])
    assert.deepEqual(first?.document.main.title?.value, ['关于供暖的通知'])
  })

  it('answers with the newest text when it changed while the profile was read', async () => {
    const workspace = createWorkspace(memoryFiles())
    workspace.open(URI, 1, '# 甲')
    const reading = workspace.read(URI)
    workspace.edit(URI, 2, { span: { start: 2, end: 3 }, text: '乙' })
    assert.equal((await reading)?.snapshot.version, 2)
  })

  it('knows nothing of a document that is closed, even when it was closed while the profile was read', async () => {
    const workspace = createWorkspace(memoryFiles())
    workspace.open(URI, 1, '# 甲')
    const reading = workspace.read(URI)
    workspace.close(URI)
    assert.equal(await reading, undefined)
    workspace.edit(URI, 2, { span: { start: 0, end: 0 }, text: '乙' })
    assert.equal(workspace.snapshot(URI), undefined)
  })

  it('knows the last numbers of the register beside the nearest profile that has one', async () => {
    const line = (series: string, number: number, through?: number) => JSON.stringify({ series, number, through })
    const folder = 'file:///office/'
    const name = encodeURIComponent('发文登记.jsonl')
    const files = memoryFiles({
      [`${folder}红头.yaml`]: '',
      [`${folder}${name}`]: [line('甲〔2026〕', 3), line('甲〔2026〕', 4, 6), line('乙〔2026〕', 1), '{坏'].join('\n'),
      [`${folder}in/${name}`]: line('甲〔2026〕', 9),
    })
    const last = await createWorkspace(files).registered(`${folder}in/notice.gw.md`)
    assert.deepEqual(Object.fromEntries(last), { '甲〔2026〕': 6, '乙〔2026〕': 1 })
    assert.equal((await createWorkspace(memoryFiles()).registered(URI)).size, 0)
  })

  it('gives each document the profile of its folder, read once', async () => {
    const files = memoryFiles({ 'file:///office/红头.yaml': '默认:\n  印发机关: 某某市人民政府办公室\n' })
    const workspace = createWorkspace(files)
    workspace.open(URI, 1, '# 甲')
    workspace.open('file:///office/other.gw.md', 1, '# 乙')
    const { document } = (await workspace.read(URI)) ?? assert.fail()
    assert.equal(document.profile.sources.length, 1)
    const reads = files.reads()
    await workspace.read('file:///office/other.gw.md')
    assert.equal(files.reads(), reads)
  })

  it('reads a profile anew when told that it changed', async () => {
    const files = memoryFiles()
    const workspace = createWorkspace(files)
    workspace.open(URI, 1, '# 甲')
    const before = await workspace.read(URI)
    files.stored.set('file:///office/红头.yaml', new TextEncoder().encode('规则:\n  docnum-no-di: off\n'))
    workspace.forgetProfiles()
    const after = await workspace.read(URI)
    assert.notEqual(after?.document.profile.key, before?.document.profile.key)
  })

  it('puts the settings of the editor before the profile, but no fonts of a folder that is not trusted', async () => {
    const workspace = createWorkspace(memoryFiles())
    workspace.open('untitled:甲', 1, '# 甲')
    workspace.configure({ rules: { 'docnum-no-di': 'off' }, fonts: { 仿宋: ['FangSong'] }, trusted: false })
    const reading = (await workspace.read('untitled:甲')) ?? assert.fail()
    assert.equal(reading.document.profile.rules['docnum-no-di'], 'off')
    assert.deepEqual(reading.document.profile.fonts, { 仿宋: ['FangSong'] })
  })

  it('tells each document what the others say of themselves', async () => {
    const workspace = createWorkspace(memoryFiles())
    workspace.open(URI, 1, '# 某市人民政府关于供暖的通知')
    workspace.open('file:///office/other.gw.md', 1, '# 某市人民政府关于防汛的通知')
    await workspace.read(URI)
    await workspace.read('file:///office/other.gw.md')
    assert.deepEqual(
      workspace.others(URI).map(({ title }) => title),
      ['某市人民政府关于防汛的通知'],
    )
  })

  it('tells which files a document names that are not there, until they are', async () => {
    const files = memoryFiles({ 'file:///office/table.pdf': '%PDF' })
    const workspace = createWorkspace(files)
    const text = '# 关于供暖的通知\n\n::附件[甲]{文件="table.pdf"}\n\n::附件[乙]{文件="list.pdf"}\n'
    workspace.open(URI, 1, text)
    assert.deepEqual((await workspace.read(URI))?.missing, ['list.pdf'])
    files.stored.set('file:///office/list.pdf', new Uint8Array([37]))
    await workspace.fileChanged('file:///office/list.pdf')
    assert.deepEqual((await workspace.read(URI))?.missing, [])
  })

  it('counts the documents of an indexed folder among the others, open or not', async () => {
    const closed = 'file:///office/one.gw.md'
    const files = memoryFiles({ [closed]: '# 关于供水的通知' })
    const workspace = createWorkspace(files)
    workspace.open(URI, 1, '# 关于供暖的通知')
    await workspace.index('file:///office')
    assert.deepEqual(
      workspace.others(URI).map(({ title }) => title),
      ['关于供水的通知'],
    )
    workspace.open(closed, 1, '# 关于供电的通知')
    await workspace.read(closed)
    assert.deepEqual(
      workspace.others(URI).map(({ title }) => title),
      ['关于供电的通知'],
    )
    workspace.close(closed)
    files.stored.delete(closed)
    await workspace.fileChanged(closed)
    assert.deepEqual(workspace.others(URI), [])
  })
})
