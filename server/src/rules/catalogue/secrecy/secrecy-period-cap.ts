import { readChineseNumber } from '../../../standard/chineseNumber.ts'
import { SECRECY_CAPS } from '../../../standard/secrecy.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { readSecrecy } from '../../readings/secrecyForm.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const PERIOD = /^([0-9]{1,4}|[一二三四五六七八九十百]{1,4})(年|个月)$/
const MONTHS_OF_YEAR = 12

/** 保密期限：绝密不超过三十年，机密不超过二十年，秘密不超过十年。 */
export default rule({
  id: 'secrecy-period-cap',
  name: '保密期限上限',
  group: '份号与密级',
  clause: '《中华人民共和国保守国家秘密法》第二十条',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('份号: 000001\n密级: 秘密★15年'), reports: 1 },
    { bad: withHead('份号: 000001\n密级: 机密★300个月'), reports: 1 },
    { quiet: withHead('份号: 000001\n密级: 秘密★10年') },
    { quiet: withHead('份号: 000001\n密级: 绝密★30年') },
    { quiet: withHead('份号: 000001\n密级: 秘密★2040年1月1日') },
  ],
  visit: {
    secrecy: asWritten((typed, { report }) => {
      const form = readSecrecy(typed.text)
      const cap = form && SECRECY_CAPS.get(form.level)
      const match = form && PERIOD.exec(form.period.trim())
      if (!form || cap === undefined || !match) return
      const count = /^[0-9]/.test(match[1] as string) ? Number(match[1]) : (readChineseNumber(match[1] as string) ?? 0)
      if (match[2] === '年' ? count <= cap : count <= cap * MONTHS_OF_YEAR) return
      report({
        at: typed.at,
        message: message(
          '{0}级的保密期限不超过{1}年，这里写了{2}；另有规定的，请核实依据（保密法第二十条）。',
          form.level,
          cap,
          form.period,
        ),
      })
    }),
  },
})
