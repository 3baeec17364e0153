import assert from 'node:assert/strict'
import { draft, issue, of } from '../support/rules.ts'

/** Which of the 其它 in a text are ignored, in order. */
function ignored(text: string): readonly boolean[] {
  return of('wording-pair', draft(text)).map((finding) => finding.ignored !== undefined)
}

describe('ignore comments', () => {
  it('忽略 covers the next block and keeps the reason', () => {
    const text = '<!-- 红头：忽略 wording-pair 引用 原文 -->\n其它甲。\n其它乙。\n'
    assert.deepEqual(ignored(text), [true, false])
    assert.equal(of('wording-pair', draft(text))[0]?.ignored?.reason, '引用 原文')
  })

  it('without a reason cover no error when a document is issued', () => {
    const bare = (reason: string) => `<!-- 红头：全文忽略 punc-period${reason} -->\n请遵照执行.\n`
    const errors = (text: string) => of('punc-period', issue(text)).filter(({ ignored }) => !ignored)
    assert.equal(errors(bare('')).length, 1)
    assert.equal(errors(bare(' 引用原文')).length, 0)
    assert.ok(of('punc-period', draft(bare(''))).every((finding) => finding.ignored))
  })

  it('take the Chinese name of a rule, a half-width colon and a blank line before the block', () => {
    assert.deepEqual(ignored('<!-- 红头:忽略 易混词 引用原文 -->\n\n其它甲。\n\n其它乙。\n'), [true, false])
  })

  it('several stand before one block', () => {
    const text = '<!-- 红头：忽略 易混词 引用原文 -->\n<!-- 红头：忽略 punc-fullwidth 引用原文 -->\n其它甲,乙。\n'
    assert.ok(draft(text).every((finding) => finding.ignored || finding.severity === 'hint'))
  })

  it('of several that cover a place the nearest gives its reason, and all are of use', () => {
    const text =
      '<!-- 红头：全文忽略 易混词 全文沿用 -->\n<!-- 红头：忽略始 易混词 这一节引用 -->\n其它甲。\n<!-- 红头：忽略 易混词 -->\n其它乙。\n<!-- 红头：忽略终 易混词 -->\n其它丙。\n'
    const reasons = of('wording-pair', draft(text)).map(({ ignored: covered }) => covered?.reason)
    assert.deepEqual(reasons, ['这一节引用', '', '全文沿用'])
    assert.deepEqual(of('ignore-unused', draft(text)), [])
  })

  it('忽略 before a divider covers the whole part', () => {
    const text =
      '其它甲。\n\n<!-- 红头：忽略 易混词 原文 -->\n::附件[一]\n\n其它乙。\n\n其它丙。\n\n::附件[二]\n\n其它丁。\n'
    assert.deepEqual(ignored(text), [false, true, true, false])
  })

  it('忽略 before a table covers all its cells', () => {
    assert.deepEqual(
      ignored('<!-- 红头：忽略 易混词 原文 -->\n\n| 项目 |\n|---|\n| 其它甲 |\n| 其它乙 |\n\n其它丙。\n'),
      [true, true, false],
    )
  })

  it('忽略始 and 忽略终 cover what stands between them', () => {
    const text =
      '其它甲。\n<!-- 红头：忽略始 易混词 原文 -->\n其它乙。\n\n其它丙。\n<!-- 红头：忽略终 wording-pair -->\n其它丁。\n'
    assert.deepEqual(ignored(text), [false, true, true, false])
  })

  it('全文忽略 reaches into the front matter', () => {
    const text =
      '---\n发文字号: 某政发[2026]5号\n---\n\n<!-- 红头：全文忽略 文号用六角括号 沿用旧号 -->\n\n# 某某市人民政府关于值班的通知\n'
    assert.equal(of('docnum-brackets', draft(text))[0]?.ignored?.reason, '沿用旧号')
  })

  it('also leave problems of the parser and the model alone', () => {
    const text =
      '<!-- 红头：全文忽略 model-title-unmarked 网页原文 -->\n某某市人民政府关于春节放假的通知\n\n各县人民政府：\n\n请认真落实。\n'
    const findings = draft(text)
    assert.ok(of('model-title-unmarked', findings)[0]?.ignored)
    assert.deepEqual(of('ignore-unknown', findings), [])
  })

  it('leave the same rule alone elsewhere and other rules here', () => {
    assert.deepEqual(ignored('<!-- 红头：忽略 punc-fullwidth 原文 -->\n其它甲,乙。\n'), [false])
  })

  it('of a rule that the office turned off are not called unused', () => {
    const text = '<!-- 红头：忽略 易混词 原文 -->\n其它甲。\n'
    assert.deepEqual(of('ignore-unused', draft(text, { rules: { 易混词: 'off' } })), [])
  })
})
