import { fullYear } from '../../../standard/dates.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { firstMatch } from '../../matches.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const SHORT = /^[’'‘]?([0-9]{2})年/

/** 成文日期的年份写全。 */
export default rule({
  id: 'date-full-year',
  name: '成文日期年份写全',
  group: '成文日期',
  clause: 'GB/T 9704—2012 7.3.5.4',
  strength: '规定',
  severity: 'error',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('成文日期: 26年3月5日'), good: withHead('成文日期: 2026年3月5日'), reports: 1 },
    { quiet: withHead('成文日期: 2026年3月5日') },
    { quiet: withHead('成文日期: 1998年3月5日') },
  ],
  visit: {
    issueDate: asWritten(
      firstMatch(SHORT, ([whole, year = '']) => ({
        message: message('成文日期的年份“{0}”没有写全，应当写四位数字（GB/T 9704—2012 7.3.5.4）。', whole),
        end: whole.length - '年'.length,
        instead: fullYear(year),
      })),
    ),
  },
})
