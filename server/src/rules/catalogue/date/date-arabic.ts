import { FIRST_ARABIC_YEAR, readDate, spellDate } from '../../../standard/dates.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 成文日期用阿拉伯数字。 */
export default rule({
  id: 'date-arabic',
  name: '成文日期用阿拉伯数字',
  group: '成文日期',
  clause: 'GB/T 9704—2012 7.3.5.4',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('成文日期: 二〇二六年三月五日'), good: withHead('成文日期: 2026年3月5日'), reports: 1 },
    { bad: withHead('成文日期: 二〇〇六年五月二十三日'), good: withHead('成文日期: 2006年5月23日'), reports: 1 },
    { quiet: withHead('成文日期: 2026年3月5日') },
    { quiet: '二〇二六年三月五日，某某市召开会议。\n' },
  ],
  visit: {
    issueDate: asWritten((typed, { report }) => {
      const date = readDate(typed.text)
      if (!date || date.arabic) return
      const arabic = spellDate(date)
      report({
        at: typed.at,
        message: message('成文日期“{0}”应当用阿拉伯数字，写“{1}”（GB/T 9704—2012 7.3.5.4）。', typed.text, arabic),
        fixes: [replaceBy('safe', typed.at.span, arabic)],
        ...(date.year < FIRST_ARABIC_YEAR ? { severity: 'info' as const } : {}),
      })
    }),
  },
})
