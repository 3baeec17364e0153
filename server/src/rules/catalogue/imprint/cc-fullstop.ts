import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within, written } from '../../place.ts'
import { withHead } from '../../sample.ts'

/** 最后一个抄送机关后标句号；不写标点的，排版时自动加。 */
export default rule({
  id: 'cc-fullstop',
  name: '抄送末尾用句号',
  group: '版记',
  clause: 'GB/T 9704—2012 7.4.2',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead('抄送: 市委各部门，市政协办公室；'),
      good: withHead('抄送: 市委各部门，市政协办公室。'),
      reports: 1,
    },
    {
      bad: withHead('抄送: 市委各部门，市政协办公室.'),
      good: withHead('抄送: 市委各部门，市政协办公室。'),
      reports: 1,
    },
    { quiet: withHead('抄送: 市委各部门，市政协办公室。') },
    { quiet: withHead('抄送: 市委各部门，市政协办公室') },
  ],
  visit: {
    copyTo(element, { report }) {
      const typed = written(element)
      const match = typed && /[；;，,、.．：:]\s{0,3}$/.exec(typed.text)
      if (!typed || !match) return
      const at = within(typed.at, match.index, match.index + 1)
      report({
        at,
        message: message('抄送的最后一个机关后应当用句号，这里用了“{0}”（GB/T 9704—2012 7.4.2）。', match[0].trim()),
        fixes: [replaceBy('safe', at.span, '。')],
      })
    },
  },
})
