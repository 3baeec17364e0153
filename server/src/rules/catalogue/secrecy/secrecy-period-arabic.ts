import { readChineseNumber } from '../../../standard/chineseNumber.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { firstMatch } from '../../matches.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const PERIOD = /([一二三四五六七八九十]{1,3})(?=个?[年月])/

/** 保密期限中的数字用阿拉伯数字。 */
export default rule({
  id: 'secrecy-period-arabic',
  name: '保密期限用阿拉伯数字',
  group: '份号与密级',
  clause: 'GB/T 9704—2012 7.2.2',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('份号: 000001\n密级: 秘密★三年'), good: withHead('份号: 000001\n密级: 秘密★3年'), reports: 1 },
    { bad: withHead('份号: 000001\n密级: 机密★十五年'), good: withHead('份号: 000001\n密级: 机密★15年'), reports: 1 },
    { quiet: withHead('份号: 000001\n密级: 秘密★3年') },
    { quiet: withHead('份号: 000001\n密级: 绝密★长期') },
  ],
  visit: {
    secrecy: asWritten(
      firstMatch(PERIOD, ([number]) => {
        const value = readChineseNumber(number)
        if (value === undefined) return undefined
        return {
          message: message('保密期限的“{0}”应当用阿拉伯数字“{1}”（GB/T 9704—2012 7.2.2）。', number, String(value)),
          instead: String(value),
          fix: 'safe',
        }
      }),
    ),
  },
})
