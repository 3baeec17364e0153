import assert from 'node:assert/strict'
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.ts'
import { summarise } from '../../server/src/model/summarise.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { lines, marked } from './marked.ts'

const { document } = marked(
  lines('---', '发文字号: 某政发〔2026〕3号', '---', '# 某市关于供暖的通知', '', '一、摸清底数', '', '请核实。'),
)
const found = (query: string) =>
  workspaceSymbols(query, [summarise(document)], [document]).map(({ name }) => formatMessage(name))

describe('workspace symbols', () => {
  it('find documents by title, 字号 and file name', () => {
    for (const query of ['供暖', '〔2026〕3', '甲.gw', '某市通知']) {
      assert.deepEqual(found(query), ['某市关于供暖的通知'], query)
    }
  })

  it('find headings of open documents', () => {
    assert.deepEqual(found('底数'), ['一、摸清底数'])
  })

  it('find nothing that does not have the letters in their order', () => {
    assert.deepEqual(found('暖供'), [])
  })
})
