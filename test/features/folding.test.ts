import assert from 'node:assert/strict'
import { folding } from '../../server/src/features/folding.ts'
import { lines, marked } from './marked.ts'

describe('folding', () => {
  it('folds the front matter, the part and what stands under a heading', () => {
    const { document, text } = marked(
      lines(
        '---',
        '密级: 机密',
        '---',
        '# 某市关于供暖的通知',
        '各学校：',
        '一、摸清底数',
        '请核实。',
        '二、责任',
        '请落实。',
      ),
    )
    const folded = folding(document).map(({ start, end }) => text.slice(start, end))
    assert.deepEqual(folded, [
      lines('---', '密级: 机密', '---'),
      lines('# 某市关于供暖的通知', '各学校：', '一、摸清底数', '请核实。', '二、责任', '请落实。'),
      lines('一、摸清底数', '请核实。'),
      lines('二、责任', '请落实。'),
    ])
  })

  it('folds nothing where nothing is', () => {
    assert.deepEqual(folding(marked('').document), [])
  })
})
