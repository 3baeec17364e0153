import assert from 'node:assert/strict'
import type { ChecklistRequest } from '../../server/src/lsp/protocol.ts'
import { lines } from '../features/marked.ts'
import { openEditor, PULL } from './editor.ts'

const URI = 'file:///office/notice.gw.md'

describe('核稿清单 over the protocol', () => {
  it('names for every check who has to make it, and where rules found something', async () => {
    const editor = await openEditor(PULL)
    const ask = (uri: string): Promise<ChecklistRequest['result']> =>
      editor.connection.sendRequest('hongtou/checklist', { uri })
    assert.equal(await ask(URI), null)
    editor.open(URI, lines('# 某某市人民政府关于供暖的通知', '', '各县人民政府：', '', '要按时完成布署。', ''))
    const entries = (await ask(URI)) ?? []
    const wrong = entries.find(({ text }) => text.startsWith('没有词表所列的错别字'))
    assert.equal(wrong?.state, 'faulty')
    assert.ok(wrong?.ranges.some(({ start }) => start.line === 4 && start.character === 5))
    assert.ok(entries.some(({ state, reason }) => state === 'judge' && reason !== undefined))
    assert.ok(entries.some(({ state }) => state === 'verified'))
    await editor.close()
  })
})
