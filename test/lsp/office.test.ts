import assert from 'node:assert/strict'
import type {
  CleanPasteRequest,
  CompareRequest,
  ElementsRequest,
  FillTemplateRequest,
  FindingsRequest,
  LengthRequest,
  NewChoicesRequest,
  RegisterCsvRequest,
  RegisterRequest,
  SetElementRequest,
} from '../../server/src/lsp/protocol.ts'
import { lines } from '../features/marked.ts'
import { memoryFiles } from '../workspace/memoryFiles.ts'
import { type Editor, openEditor, PULL } from './editor.ts'

const URI = 'file:///office/notice.gw.md'
const TEXT = lines('\uFEFF---', '密级: 机密', '发文字号: 某教发[2026]3号', '---', '# 某某市教育局关于供暖的通知', '')

describe('what an office does with its 公文, over the protocol', () => {
  let editor: Editor
  const ask = <M extends { method: string; params: unknown; result: unknown }>(
    method: M['method'],
    params: M['params'],
  ): Promise<M['result']> => editor.connection.sendRequest(method, params)

  beforeEach(async () => {
    const files = memoryFiles({
      'file:///office/红头.yaml': '机关:\n  - 名称: 某某市教育局\n    代字: 某教发\n',
      'file:///office/old.gw.md': '# 某某市教育局关于防汛的通知\n',
    })
    editor = await openEditor(PULL, { files }, { rootUri: 'file:///office' })
    editor.open(URI, TEXT)
  })
  afterEach(() => editor.close())

  it('公文要素: reads the fields, and answers a change with the smallest edit, byte order mark counted', async () => {
    const form = await ask<ElementsRequest>('hongtou/elements', { uri: URI })
    assert.deepEqual(form?.fields.find(({ key }) => key === '密级')?.values, ['机密'])
    assert.match(form?.fields.find(({ key }) => key === '发文字号')?.problem?.message ?? '', /〔/)
    const { edits, version } = await ask<SetElementRequest>('hongtou/setElement', {
      uri: URI,
      key: '密级',
      values: ['秘密'],
    })
    assert.equal(version, 1)
    assert.deepEqual(edits, [
      { range: { start: { line: 1, character: 4 }, end: { line: 1, character: 5 } }, newText: '秘' },
    ])
    assert.equal(await ask<ElementsRequest>('hongtou/elements', { uri: 'file:///office/closed.gw.md' }), null)
    await assert.rejects(
      ask<SetElementRequest>('hongtou/setElement', { uri: URI, key: '无此项', values: [] }),
      /没有“无此项”/,
    )
  })

  it('新建公文: offers the organs of the folder and fills a template with one', async () => {
    const { organs, genres } = await ask<NewChoicesRequest>('hongtou/newChoices', { folder: null })
    assert.equal(organs[0], '某某市教育局')
    assert.equal(genres.length, 15)
    const template = '---\n发文字号: 【代字】〔〕号\n---\n# 【发文机关】关于【事由】的通知\n'
    const filled = await ask<FillTemplateRequest>('hongtou/fillTemplate', {
      folder: 'file:///office',
      template,
      format: '信函',
      issuer: '某某市教育局',
    })
    assert.equal(filled, '---\n格式: 信函\n发文字号: 某教发〔2026〕号\n---\n# 某某市教育局关于【事由】的通知\n')
  })

  it('发文登记: has the documents of the folder, open or not', async () => {
    await ask<ElementsRequest>('hongtou/elements', { uri: URI })
    const rows = await ask<RegisterRequest>('hongtou/register', null)
    assert.ok(rows.some(({ title, docNumber }) => title === '某某市教育局关于供暖的通知' && docNumber !== ''))
    assert.match(await ask<RegisterCsvRequest>('hongtou/registerCsv', null), /^\uFEFF发文字号,标题/)
  })

  it('校对: names the group of every finding', async () => {
    const found = await ask<FindingsRequest>('hongtou/findings', { uri: URI })
    const brackets = found?.find(({ rule }) => rule === 'docnum-brackets')
    assert.equal(brackets?.group, '发文字号')
    assert.equal(brackets?.range.start.line, 2)
  })

  it('清除网页和聊天格式: answers with the words, and not at all when there is nothing to clear', async () => {
    assert.equal(await ask<CleanPasteRequest>('hongtou/cleanPaste', { text: '- **统一**' }), '统一')
    assert.equal(await ask<CleanPasteRequest>('hongtou/cleanPaste', { text: '统一\r\n格式' }), null)
  })

  it('比较: marks what changed', async () => {
    const lines = await ask<CompareRequest>('hongtou/compare', { before: '供暖', after: '供水' })
    assert.deepEqual(
      lines[0]?.map(({ kind }) => kind),
      ['kept', 'struck', 'written'],
    )
  })

  it('字数: counts the text, and pages only when they were made', async () => {
    assert.deepEqual(await ask<LengthRequest>('hongtou/length', { uri: URI }), { characters: 0, pages: null })
    assert.equal(await ask<LengthRequest>('hongtou/length', { uri: 'file:///none.gw.md' }), null)
  })
})

describe('an editor without a folder', () => {
  it('is served all the same: new documents, the register and the form', async () => {
    const editor = await openEditor(PULL)
    editor.open('untitled:Untitled-1', '# 某某市教育局关于供暖的通知\n')
    const { connection } = editor
    const choices: NewChoicesRequest['result'] = await connection.sendRequest('hongtou/newChoices', { folder: null })
    assert.deepEqual([choices.genres.length, choices.organs], [15, []])
    assert.deepEqual(await connection.sendRequest('hongtou/register'), [])
    assert.ok(await connection.sendRequest('hongtou/elements', { uri: 'untitled:Untitled-1' }))
    await editor.close()
  })
})
