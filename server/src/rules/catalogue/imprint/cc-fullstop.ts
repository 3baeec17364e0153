import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { firstMatch } from '../../matches.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const WRONG_END = /[；;，,、.．：:]\s{0,3}$/

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
    copyTo: asWritten(
      firstMatch(WRONG_END, ([end]) => ({
        message: message('抄送的最后一个机关后应当用句号，这里用了“{0}”（GB/T 9704—2012 7.4.2）。', end.trim()),
        end: 1,
        instead: '。',
        fix: 'safe',
      })),
    ),
  },
})
