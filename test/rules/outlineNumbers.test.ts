import assert from 'node:assert/strict'
import fc from 'fast-check'
import { misnumbered } from '../../server/src/rules/outline/misnumbered.ts'
import { renumberOutline } from '../../server/src/rules/outline/outlineNumbers.ts'
import { absoluteSpan } from '../../server/src/syntax/tree.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { formatMessage } from '../../server/src/text/message.ts'
import { documentOf } from '../support/pipeline.ts'
import { draft, of } from '../support/rules.ts'

/** The text with its outline numbered anew; undefined where that is not offered. */
function renumbered(text: string): string | undefined {
  const { main, tree } = documentOf(text)
  const edits = renumberOutline(main, (at) => absoluteSpan(tree, at))
  return edits && applyEdits(text, edits)
}

describe('numbering an outline anew', () => {
  it('counts on at every level and starts again under each parent', () => {
    assert.equal(
      renumbered('一、甲\n（一）子\n（三）丑\n三、乙\n（一）寅\n（一）卯\n五、丙\n'),
      '一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n（二）卯\n三、丙\n',
    )
  })

  it('runs on across parents where the document does', () => {
    assert.equal(
      renumbered('一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（五）卯\n三、丙\n（六）辰\n'),
      '一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯\n三、丙\n（五）辰\n',
    )
  })

  it('counts articles through all chapters', () => {
    assert.equal(
      renumbered('## 第一章　总则\n\n第一条　甲。\n\n第三条　乙。\n\n## 第三章　附则\n\n第四条　丙。\n'),
      '## 第一章　总则\n\n第一条　甲。\n\n第二条　乙。\n\n## 第二章　附则\n\n第三条　丙。\n',
    )
  })

  it('keeps how ordinals are written', () => {
    assert.equal(
      renumbered('一、甲\n1．子\n3．丑\n二、乙\n(一)寅\n(三)卯\n'),
      '一、甲\n1．子\n2．丑\n二、乙\n(一)寅\n(二)卯\n',
    )
  })

  it('leaves a list that begins again behind a paragraph of its own', () => {
    const text = '甲事如下：\n1.摸底。\n2.整改。\n乙事如下：\n1.宣传。\n2.检查。\n'
    assert.equal(renumbered(text), text)
  })

  it('is not offered for ready-made characters', () => {
    assert.equal(renumbered('①甲\n③乙\n'), undefined)
  })

  it('is offered beside counting on from the mistake, when more is wrong', () => {
    const [finding] = of('heading-continuity', draft('一、甲\n\n三、乙\n（一）子\n（三）丑\n'))
    assert.deepEqual(
      finding?.fixes.map(({ title }) => formatMessage(title)),
      ['从这里起重新编号', '全文序号依次重排'],
    )
  })

  it('is offered once, with the first mistake', () => {
    const findings = of('heading-continuity', draft('一、甲\n\n三、乙\n（一）子\n（三）丑\n（六）寅\n'))
    const whole = findings.map(
      ({ fixes }) => fixes.filter(({ title }) => formatMessage(title) === '全文序号依次重排').length,
    )
    assert.deepEqual(whole, [1, 0, 0])
  })

  it('leaves nothing misnumbered, and changes nothing the second time', () => {
    const ordinal = fc.constantFrom(
      '一、',
      '二、',
      '四、',
      '（一）',
      '（二）',
      '（四）',
      '1.',
      '2.',
      '5.',
      '（1）',
      '（3）',
    )
    const line = fc.oneof(
      { weight: 6, arbitrary: ordinal.map((each) => `${each}甲事项`) },
      { weight: 1, arbitrary: fc.constant('请各地落实。') },
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const once = renumbered(`${lines.join('\n')}\n`) as string
        assert.deepEqual(misnumbered(documentOf(once).main), [])
        assert.equal(renumbered(once), once)
      }),
    )
  })
})
