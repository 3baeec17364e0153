import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within, written } from '../../place.ts'
import { isSerial, SEQUENCE, usesSerialNumbers } from '../../readings/docNumberForm.ts'
import { withHead } from '../../sample.ts'

/** 发文顺序号不加“第”字；公告、通告和令按自己的编号。 */
export default rule({
  id: 'docnum-no-di',
  name: '文号不加第字',
  group: '发文字号',
  clause: 'GB/T 9704—2012 7.2.5',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文字号: 某政发〔2026〕第5号'), good: withHead('发文字号: 某政发〔2026〕5号'), reports: 1 },
    { quiet: withHead('发文字号: 某政发〔2026〕5号') },
    { quiet: withHead('发文字号: 2026年第3号', '# 某某市人民政府关于封山育林的公告\n') },
    { quiet: withHead('发文字号: 第12号', '# 某某市人民政府关于禁放烟花爆竹的通告\n') },
  ],
  visit: {
    docNumber(element, context) {
      const typed = written(element)
      const match = typed && SEQUENCE.exec(typed.text)
      if (!typed || !match?.[1]) return
      if (usesSerialNumbers(context.document) && (isSerial(typed.text) || match[3] === '')) return
      const start = match.index + match[0].indexOf('第')
      const at = within(typed.at, start, start + 1)
      context.report({
        at,
        message: message('文号的顺序号前不加“第”字（GB/T 9704—2012 7.2.5）。'),
        fixes: [replaceBy('safe', at.span, '')],
      })
    },
  },
})
