import { isCalendarDay, readDate } from '../../../standard/dates.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const PARTS = /^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日$/
/** Other mistakes of a date have their own rules. */
const ALMOST = /^(?:[’'‘]?[0-9]{2}年|.*号$|[0-9]{4}([-./－．])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12][0-9]|3[01])$)/

/** 成文日期是真实存在的日子。 */
export default rule({
  id: 'date-valid',
  name: '成文日期真实',
  group: '成文日期',
  clause: 'GB/T 9704—2012 7.3.5.4；逻辑',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('成文日期: 2026年2月30日'), reports: 1 },
    { bad: withHead('成文日期: 2026-3-45'), reports: 1 },
    { quiet: withHead('成文日期: 2028年2月29日') },
    { quiet: withHead('成文日期: 2026年3月5日\n印发机关: 某某市人民政府办公室\n印发日期: 2026年3月5日') },
    { quiet: withHead('成文日期:') },
  ],
  visit: {
    issueDate: asWritten((typed, { report }) => {
      const text = typed.text.trim()
      if (ALMOST.test(text) || readDate(text)) return
      const parts = PARTS.exec(text.replace(/\s/g, ''))
      const missing =
        parts && !isCalendarDay({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) })
      report({
        at: typed.at,
        message: missing
          ? message('成文日期“{0}”这一天不存在，请核对。', text)
          : message('认不出成文日期“{0}”，应当写成“2026年3月5日”的样子（GB/T 9704—2012 7.3.5.4）。', text),
      })
    }),
  },
})
