import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within, written } from '../../place.ts'
import { withHead } from '../../sample.ts'

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
    issueDate(element, { report }) {
      const typed = written(element)
      const match = typed && SHORT.exec(typed.text)
      if (!typed || !match) return
      const at = within(typed.at, 0, match[0].length - 1)
      const year = match[1] as string
      report({
        at,
        message: message('成文日期的年份“{0}”没有写全，应当写四位数字（GB/T 9704—2012 7.3.5.4）。', match[0]),
        fixes: [replaceBy('suggestion', at.span, `${year < '50' ? '20' : '19'}${year}`)],
      })
    },
  },
})
