import assert from 'node:assert/strict'
import { diagnostics } from '../../server/src/features/diagnostics.ts'
import { type IgnoreScope, ignore, ignoreBetween } from '../../server/src/features/ignore.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { clock, lines, marked } from './marked.ts'

function ignored(source: string, rule: string, scope: IgnoreScope, reason = '原文如此'): string {
  const { document, text, cursor } = marked(source)
  const edit = ignore(document, rule, cursor, scope, reason)
  assert.ok(edit, 'nothing written')
  return applyEdits(text, [edit])
}

describe('ignore comment', () => {
  it('stands on its own line before the block, by the name of the rule', () => {
    const result = ignored(lines('# 标题', '', '为做好供暖‸,现通知如下：'), 'docnum-no-di', 'here')
    const [, , comment, text] = result.split('\n')
    assert.match(comment ?? '', /^<!-- 红头：忽略 \S+ 原文如此 -->$/)
    assert.equal(text, '为做好供暖,现通知如下：')
  })

  it('stands before a table, not in it', () => {
    const table = lines('| 甲 | 乙 |', '|---|---|', '| 丙,‸丁 | 戊 |')
    assert.match(ignored(lines('正文。', '', table), 'punc-fullwidth', 'here'), /正文。\n\n<!--.*-->\n\| 甲/)
  })

  it('for the whole text stands right below the front matter', () => {
    const result = ignored(lines('---', '密级: 机‸密', '---', '# 标题'), 'secrecy-period-required', 'file')
    assert.match(result, /^---\n密级: 机密\n---\n<!-- 红头：全文忽略 \S+ 原文如此 -->\n# 标题$/)
  })

  it('silences the finding that it was written for', () => {
    const source = lines('# 某市关于供暖的通知', '', '为做好供暖‸,现通知如下：')
    const rules = (text: string) => diagnostics(marked(text).document, { clock }).map(({ rule }) => rule)
    assert.ok(rules(source).includes('punc-fullwidth'))
    for (const scope of ['here', 'file'] as const) {
      assert.ok(!rules(ignored(source, 'punc-fullwidth', scope)).some((rule) => rule === 'punc-fullwidth'), scope)
    }
  })

  it('stays one line that ends where it should, whatever the reason says', () => {
    const result = ignored('正‸文', 'punc-fullwidth', 'here', '甲 --> 乙\n丙')
    assert.equal(result.split('\n').length, 2)
    assert.equal(result.match(/-->/g)?.length, 1)
  })

  it('keeps the line ends of the text', () => {
    assert.match(ignored('# 标题\r\n\r\n正‸文', 'punc-fullwidth', 'here'), /\r\n<!--.*-->\r\n正文$/)
  })

  it('cannot stand inside the front matter', () => {
    const { document, cursor } = marked(lines('---', '密级: ‸机密', '---'))
    assert.equal(ignore(document, 'secrecy-period-required', cursor, 'here', '理由'), undefined)
  })

  it('can go round all blocks of a selection', () => {
    const source = lines(
      '# 某市关于供暖的通知',
      '',
      '为做好‸供暖,现通知如下：',
      '',
      '请核实,请填报。',
      '',
      '请上报,请落实。',
    )
    const { document, text, cursor } = marked(source)
    const edits = ignoreBetween(document, 'punc-fullwidth', { start: cursor, end: text.indexOf('请填报') }, '原文如此')
    const result = applyEdits(text, edits ?? assert.fail())
    assert.match(
      result,
      /\n<!-- 红头：忽略始 \S+ 原文如此 -->\n为做好供暖,.*\n\n请核实,请填报。\n<!-- 红头：忽略终 \S+ -->\n/,
    )
    const left = diagnostics(marked(result).document, { clock }).filter(({ rule }) => rule === 'punc-fullwidth')
    assert.deepEqual(
      left.map(({ span }) => result.slice(span.start - 1, span.end)),
      ['报,'],
    )
  })

  it('goes round nothing in the front matter', () => {
    const { document } = marked(lines('---', '密级: 机密', '附注: 甲', '---', '# 标题'))
    assert.equal(ignoreBetween(document, 'punc-fullwidth', { start: 4, end: 12 }, ''), undefined)
  })
})
