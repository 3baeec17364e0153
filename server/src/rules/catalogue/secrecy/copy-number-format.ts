import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** GB/T 9704—2012 7.2.1: 一般用6位3号阿拉伯数字 */
const LENGTH = 6

/** 份号一般用六位阿拉伯数字。 */
export default rule({
  id: 'copy-number-format',
  name: '份号六位数字',
  group: '份号与密级',
  clause: 'GB/T 9704—2012 7.2.1',
  strength: '推荐',
  severity: 'warning',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('份号: 7\n密级: 机密★5年'), good: withHead('份号: 000007\n密级: 机密★5年'), reports: 1 },
    { bad: withHead('份号: 七\n密级: 机密★5年'), reports: 1 },
    { quiet: withHead('份号: 000007\n密级: 机密★5年') },
    { quiet: withHead('份号: 123456\n密级: 机密★5年') },
  ],
  visit: {
    copyNumber: asWritten((typed, { report }) => {
      if (/^[0-9]{6}$/.test(typed.text)) return
      const padded = /^[0-9]{1,5}$/.test(typed.text) ? typed.text.padStart(LENGTH, '0') : undefined
      report({
        at: typed.at,
        message: message('份号一般写六位阿拉伯数字，这里写了“{0}”（GB/T 9704—2012 7.2.1）。', typed.text),
        fixes: padded ? [replaceBy('safe', typed.at.span, padded)] : [],
      })
    }),
  },
})
