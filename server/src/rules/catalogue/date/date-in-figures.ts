import { isCalendarDay, spellDate } from '../../../standard/dates.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const FIGURES = /^((?:19|20)[0-9]{2})[-./－．]([0-9]{1,2})[-./－．]([0-9]{1,2})$/

/** 成文日期把年、月、日标全，不写成 2026-3-5。 */
export default rule({
  id: 'date-in-figures',
  name: '成文日期写年月日',
  group: '成文日期',
  clause: 'GB/T 9704—2012 7.3.5.4',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('成文日期: 2026-03-05'), good: withHead('成文日期: 2026年3月5日'), reports: 1 },
    { bad: withHead('成文日期: 2026.3.5'), good: withHead('成文日期: 2026年3月5日'), reports: 1 },
    { quiet: withHead('成文日期: 2026年3月5日') },
    { quiet: withHead('成文日期: 2026-13-5') },
    { quiet: '# 某某市水务局关于防汛的通知\n\n各单位：\n\n网站更新时间为2026-03-05。\n' },
  ],
  visit: {
    issueDate: asWritten((typed, { report }) => {
      const match = FIGURES.exec(typed.text.trim())
      const date = match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
      if (!date || !isCalendarDay(date)) return
      const full = spellDate(date)
      report({
        at: typed.at,
        message: message(
          '成文日期要把年、月、日标全，“{0}”应当写“{1}”（GB/T 9704—2012 7.3.5.4）。',
          typed.text.trim(),
          full,
        ),
        fixes: [replaceBy('safe', typed.at.span, full)],
      })
    }),
  },
})
