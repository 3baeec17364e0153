import assert from 'node:assert/strict'
import fc from 'fast-check'
import { cleanPaste } from '../../server/src/features/cleanPaste.ts'

describe('清除网页和聊天格式', () => {
  it('leaves the words of Markdown', () => {
    assert.equal(
      cleanPaste('## 一、总体要求\n\n- **统一格式**。按照[标准](https://example.com)执行`。`\n> 引用\n---\n\n\n\n完'),
      '一、总体要求\n\n统一格式。按照标准执行。\n引用\n\n完',
    )
  })

  it('takes out what a web page hides in a text', () => {
    assert.equal(cleanPaste('关于\u200b加强\u00a0管理的\ufeff通知[1]。 '), '关于加强管理的通知。')
    assert.equal(cleanPaste('好的👍\r\n收到'), '好的\n收到')
  })

  it('leaves a 公文 as it is', () => {
    const text = '一、总体要求\n\n（一）统一格式。Windows 11 系统和3×3网格，①甲②乙。\n\n某政发〔2026〕3号'
    assert.equal(cleanPaste(text), text)
  })

  it('has nothing more to do the second time', () => {
    const piece = fc.constantFrom(
      '#',
      '*',
      '**',
      '- ',
      '`',
      '[',
      ']',
      '(',
      ')',
      '\n',
      '>',
      '甲',
      '1',
      ' ',
      '\u200b',
      '---',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const settled = Array.from({ length: 12 }).reduce<string>((sofar) => cleanPaste(sofar), pieces.join(''))
        assert.equal(cleanPaste(settled), settled)
      }),
    )
  })
})
