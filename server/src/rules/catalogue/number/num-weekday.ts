import { isCalendarDay } from '../../../standard/dates.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const DATED = /((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日[（(](?:星期|周)([一二三四五六日天])(?=[）)，、上下])/g
const DAYS = '日一二三四五六'

/** 日期后注的星期与日历一致。 */
export default rule({
  id: 'num-weekday',
  name: '星期与日期一致',
  group: '数字',
  clause: '逻辑',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: ['星期', '（周', '(周'],
  examples: [
    { bad: '2025年1月4日（星期五）召开会议。\n', reports: 1 },
    { bad: '2026年3月5日（周三上午）召开会议。\n', reports: 1 },
    { quiet: '2025年1月4日（星期六）召开会议。\n' },
    { quiet: '2026年3月5日（周四上午）召开会议，1月4日（星期五）补课。\n' },
    { quiet: '2025年2月30日（星期五）召开会议。\n' },
  ],
  visit: {
    text: eachMatch(DATED, ([whole, year, month, day, said = '']) => {
      const date = { year: Number(year), month: Number(month), day: Number(day) }
      if (!isCalendarDay(date)) return undefined
      const proper = DAYS[new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay()] as string
      if (proper === said.replace('天', '日')) return undefined
      return {
        message: message(
          '{0}年{1}月{2}日是星期{3}，这里写的是“{4}”，请核对。',
          date.year,
          date.month,
          date.day,
          proper,
          said,
        ),
        start: whole.length - 1,
      }
    }),
  },
})
