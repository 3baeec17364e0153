import assert from 'node:assert/strict'
import { diagnostics } from '../../server/src/features/diagnostics.ts'
import { fixAll } from '../../server/src/features/fixAll.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { clock, lines, marked } from './marked.ts'

function fixed(source: string): string {
  const { document, text } = marked(source)
  return applyEdits(text, fixAll(document, { clock }).edits)
}

describe('fix all', () => {
  it('mends everything safe, also what shows only when something else is mended', () => {
    const source = lines(
      '---',
      '发文字号: 某政发[2026]第012号',
      '---',
      '# 某市关于供暖的通知',
      '',
      '为做好供暖,现通知如下：',
    )
    assert.equal(
      fixed(source),
      lines('---', '发文字号: 某政发〔2026〕12号', '---', '# 某市关于供暖的通知', '', '为做好供暖，现通知如下：'),
    )
  })

  it('changes only the lines that need it', () => {
    const { document } = marked(lines('# 某市关于供暖的通知', '', '为做好供暖,现通知如下：', '', '请各学校落实。'))
    assert.deepEqual(fixAll(document, { clock }).edits, [{ span: { start: 18, end: 19 }, text: '，' }])
  })

  it('has nothing to do twice', () => {
    const once = fixed(lines('# 某市关于供暖的通知', '', '为做好供暖,现通知如下：(含乡镇)'))
    assert.deepEqual(fixAll(marked(once).document, { clock }).edits, [])
  })

  it('knows what is left when it is done', () => {
    const { document } = marked(
      lines('# 某市关于供暖的通知', '', '为做好供暖,现通知如下：', '', '一、甲', '', '三、乙'),
    )
    const { left } = fixAll(document, { clock })
    assert.ok(!left.some(({ rule }) => rule === 'punc-fullwidth'))
    assert.deepEqual(
      left,
      diagnostics(
        marked(fixed(lines('# 某市关于供暖的通知', '', '为做好供暖,现通知如下：', '', '一、甲', '', '三、乙')))
          .document,
        { clock },
      ),
    )
    assert.ok(left.length > 0)
  })

  it('leaves a finding that somebody decided to ignore', () => {
    const source = lines('<!-- 红头：忽略 punc-fullwidth 原文如此 -->', '为做好供暖,现通知如下：')
    assert.equal(fixed(source), source)
  })
})
