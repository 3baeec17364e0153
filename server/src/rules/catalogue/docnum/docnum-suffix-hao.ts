import { SEQUENCE } from '../../../model/docNumberForm.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 发文顺序号后加“号”字。 */
export default rule({
  id: 'docnum-suffix-hao',
  name: '文号末尾有号字',
  group: '发文字号',
  clause: 'GB/T 9704—2012 7.2.5',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文字号: 某政发〔2026〕5'), good: withHead('发文字号: 某政发〔2026〕5号'), reports: 1 },
    { quiet: withHead('发文字号: 某政发〔2026〕5号') },
    { quiet: withHead('发文字号: 某政发〔2026〕号') },
  ],
  visit: {
    docNumber: asWritten((typed, { report }) => {
      const match = SEQUENCE.exec(typed.text)
      if (!match || match[3] === '' || match[4] === '号') return
      const at = within(typed.at, 0, match.index + match[0].trimEnd().length)
      const { end } = at.span
      report({
        at,
        message: message('文号“{0}”末尾缺“号”字（GB/T 9704—2012 7.2.5）。', typed.text),
        fixes: [safeFix(message('补上“号”字'), { span: { start: end, end }, text: '号' })],
      })
    }),
  },
})
