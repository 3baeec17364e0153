import assert from 'node:assert/strict'
import type { PasteRequest } from '../../server/src/lsp/protocol.ts'
import { lines } from '../features/marked.ts'
import { type Editor, openEditor, PULL } from './editor.ts'

const URI = 'file:///office/new.gw.md'
const PLAIN = lines('某政发〔2026〕5号', '某某市人民政府关于供暖的通知', '各县人民政府：', '　　请遵照执行。', '')

describe('pasting plain text', () => {
  let editor: Editor
  before(async () => {
    editor = await openEditor(PULL)
  })
  after(() => editor.close())

  function paste(open: string, text: string): Promise<PasteRequest['result']> {
    editor.open(URI, open)
    const all = open.split('\n')
    const end = { line: all.length - 1, character: all.at(-1)?.length ?? 0 }
    const params: PasteRequest['params'] = { uri: URI, range: { start: end, end }, text }
    return editor.connection.sendRequest('hongtou/paste', params)
  }

  it('into an empty document gives the dialect', async () => {
    const dialect = lines(
      '---',
      '发文字号: 某政发〔2026〕5号',
      '---',
      '',
      '# 某某市人民政府关于供暖的通知',
      '',
      '各县人民政府：',
      '',
      '请遵照执行。',
      '',
    )
    assert.equal(await paste('\n', PLAIN), dialect)
  })

  it('goes in as it is where there is text, or when it is an excerpt, or dialect already', async () => {
    assert.equal(await paste('# 关于供水的通知\n', PLAIN), null)
    assert.equal(await paste('', '请遵照执行。'), null)
    assert.equal(await paste('', '甲。\n乙。\n丙。\n'), null)
    assert.equal(await paste('', `# 关于供暖的通知\n${PLAIN}`), null)
  })
})
