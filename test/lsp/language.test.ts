import assert from 'node:assert/strict'
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  TextEdit,
} from 'vscode-languageserver-protocol'
import { lines } from '../features/marked.ts'
import { type Editor, openEditor, PULL, PUSH } from './editor.ts'

const URI = 'file:///office/notice.gw.md'
const TEXT = lines(
  '---',
  '发文字号: 某政发[2026]12号',
  '',
  '---',
  '# 某市关于供暖的通知',
  '',
  '一、摸清底数',
  '',
  '请核实,请填报。',
)
const textDocument = { uri: URI }

let editor: Editor

const ask = <R>(method: string, params: object): Promise<R> =>
  editor.connection.sendRequest(method, { textDocument, ...params })
const at = (line: number, character: number) => ({ position: { line, character } })
const point = (line: number, character: number) => ({ range: { start: { line, character }, end: { line, character } } })

describe('language requests', () => {
  beforeEach(async () => {
    editor = await openEditor(PULL)
    editor.open(URI, TEXT)
  })
  afterEach(() => editor.close())

  it('offer a fix for the finding at the cursor, tied to its diagnostic', async () => {
    const actions: CodeAction[] = await ask('textDocument/codeAction', {
      ...point(1, 10),
      context: { diagnostics: [] },
    })
    const [first] = actions
    assert.equal(first?.kind, 'quickfix')
    assert.equal(first?.diagnostics?.[0]?.code, 'docnum-brackets')
    assert.deepEqual(
      first?.edit?.changes?.[URI]?.map(({ newText }) => newText),
      ['〔', '〕'],
    )
  })

  it('mend all on save, only when asked', async () => {
    const wanted = (only: string[]) => ({ ...point(0, 0), context: { diagnostics: [], only } })
    const [action]: CodeAction[] = await ask('textDocument/codeAction', wanted(['source.fixAll']))
    assert.equal(action?.kind, 'source.fixAll.hongtou')
    assert.equal(action?.edit?.changes?.[URI]?.length, 2)
    assert.deepEqual(await ask('textDocument/codeAction', wanted(['refactor'])), [])
    const quick: CodeAction[] = await ask('textDocument/codeAction', { ...point(1, 10), context: { diagnostics: [] } })
    assert.ok(!quick.some(({ kind }) => kind?.startsWith('source')))
  })

  it('explain on hover', async () => {
    const hover: Hover = await ask('textDocument/hover', at(1, 10))
    assert.match((hover.contents as { value: string }).value, /docnum-brackets/)
    assert.equal(await ask('textDocument/hover', at(5, 0)), null)
  })

  it('give the outline as a tree', async () => {
    const [part]: DocumentSymbol[] = await ask('textDocument/documentSymbol', {})
    assert.equal(part?.name, '某市关于供暖的通知')
    assert.deepEqual(
      part?.children?.map(({ name }) => name),
      ['一、摸清底数'],
    )
  })

  it('complete the front matter', async () => {
    const items: CompletionItem[] = await ask('textDocument/completion', at(2, 0))
    assert.ok(items.some(({ label }) => label === '成文日期'))
    assert.ok(!items.some(({ label }) => label === '发文字号'))
  })

  it('fold front matter and headings', async () => {
    const folds: FoldingRange[] = await ask('textDocument/foldingRange', {})
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 3],
        [4, 8],
        [6, 8],
      ],
    )
  })

  it('format into the canonical spelling', async () => {
    const options = { tabSize: 2, insertSpaces: true }
    const edits: TextEdit[] = await ask('textDocument/formatting', { options })
    assert.ok(Array.isArray(edits))
  })

  it('format a range by whole lines, and nothing beyond', async () => {
    const options = { tabSize: 2, insertSpaces: true }
    editor.open('file:///office/wide.gw.md', '# 标题\n　　甲。\n　　乙。\n　　丙。')
    const edits: TextEdit[] = await editor.connection.sendRequest('textDocument/rangeFormatting', {
      textDocument: { uri: 'file:///office/wide.gw.md' },
      range: { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } },
      options,
    })
    assert.ok(edits.length > 0)
    for (const { range } of edits) assert.ok(range.start.line >= 2 && range.end.line <= 3)
  })

  it('go on with an ordinal at Enter', async () => {
    editor.open('file:///office/list.gw.md', '1.甲；\n\n2.乙。')
    const edits: TextEdit[] = await editor.connection.sendRequest('textDocument/onTypeFormatting', {
      textDocument: { uri: 'file:///office/list.gw.md' },
      ...at(1, 0),
      ch: '\n',
      options: { tabSize: 2, insertSpaces: true },
    })
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['2.', '3.'],
    )
  })

  it('answer with nothing for a document that is not open', async () => {
    const other = { textDocument: { uri: 'file:///other.gw.md' } }
    const silent = ['textDocument/documentSymbol', 'textDocument/foldingRange']
    for (const method of silent) assert.equal(await editor.connection.sendRequest(method, other), null)
    assert.equal(await editor.connection.sendRequest('textDocument/hover', { ...other, ...at(0, 0) }), null)
  })
})

describe('language requests of an editor without trees', () => {
  it('get the outline as a list', async () => {
    const plain = await openEditor(PUSH)
    plain.open(URI, TEXT)
    const list: { name: string; location: object }[] = await plain.connection.sendRequest(
      'textDocument/documentSymbol',
      { textDocument },
    )
    assert.deepEqual(
      list.map(({ name }) => name),
      ['某市关于供暖的通知', '一、摸清底数'],
    )
    assert.ok(list.every(({ location }) => location))
    await plain.close()
  })
})
