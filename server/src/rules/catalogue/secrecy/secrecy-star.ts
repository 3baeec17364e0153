import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'
import { readSecrecy } from '../../readings/secrecyForm.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 密级和保密期限之间用★隔开，不留空格。 */
export default rule({
  id: 'secrecy-star',
  name: '密级与期限用★隔开',
  group: '份号与密级',
  clause: 'GB/T 9704—2012 7.2.2',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('份号: 000001\n密级: 机密 10年'), good: withHead('份号: 000001\n密级: 机密★10年'), reports: 1 },
    { bad: withHead('份号: 000001\n密级: 机密☆10年'), good: withHead('份号: 000001\n密级: 机密★10年'), reports: 1 },
    { quiet: withHead('份号: 000001\n密级: 机密★10年') },
    { quiet: withHead('份号: 000001\n密级: 机密') },
  ],
  visit: {
    secrecy: asWritten((typed, { report }) => {
      const form = readSecrecy(typed.text)
      if (!form || form.period === '' || form.mark === '★') return
      const start = typed.text.indexOf(form.level) + form.level.length
      const at = within(typed.at, start, start + form.mark.length)
      report({
        at: typed.at,
        message: message(
          '密级“{0}”和保密期限“{1}”之间用“★”隔开，不留空格（GB/T 9704—2012 7.2.2）。',
          form.level,
          form.period,
        ),
        fixes: [replaceBy('safe', at.span, '★')],
      })
    }),
  },
})
