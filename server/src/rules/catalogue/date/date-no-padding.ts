import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const PADDED = /(?<![0-9０-９])[0０](?=[1-9１-９]\s{0,3}[月日])/g

/** 成文日期的月、日不编虚位。 */
export default rule({
  id: 'date-no-padding',
  name: '成文日期不编虚位',
  group: '成文日期',
  clause: 'GB/T 9704—2012 7.3.5.4',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('成文日期: 2026年03月05日'), good: withHead('成文日期: 2026年3月5日'), reports: 1 },
    { quiet: withHead('成文日期: 2026年3月5日') },
    { quiet: withHead('成文日期: 2026年10月20日') },
  ],
  visit: {
    issueDate: asWritten((typed, { report }) => {
      const found = matchesOf(PADDED, typed.text)
      if (found.length === 0) return
      report({
        at: typed.at,
        message: message('成文日期“{0}”的月、日不编虚位，1不写成01（GB/T 9704—2012 7.3.5.4）。', typed.text),
        fixes: [
          safeFix(
            message('去掉虚位的零'),
            ...found.map((match) => ({ span: within(typed.at, match.index, match.index + 1).span, text: '' })),
          ),
        ],
      })
    }),
  },
})
