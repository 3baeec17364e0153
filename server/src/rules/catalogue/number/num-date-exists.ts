import { readChineseDigits, readChineseNumber } from '../../../standard/chineseNumber.ts'
import { isCalendarDay } from '../../../standard/dates.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const HAN = '[一二三四五六七八九十]{1,3}'
/** With or without the year; a figure before the month makes it something else: 第13月, 12.5月. */
const DATE = new RegExp(
  `(?<![0-9０-９.])([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号]|(?<![0-9０-９.年第])([0-9]{1,2})月([0-9]{1,2})[日号]|(?<![年一二三四五六七八九十])(?<hanMonth>${HAN})月(?<hanDay>${HAN})日(?!子)|([12一二][〇○零一二三四五六七八九]{3})年(?<month>${HAN})月(?<day>${HAN})日`,
  'g',
)
const LUNAR = /(?:农历|夏历|阴历|旧历).{0,8}$/
/** Without a year the day may be one of a leap year. */
const LEAP_YEAR = 2024

/** 正文里的日期是真实存在的日子。 */
export default rule({
  id: 'num-date-exists',
  name: '正文日期真实',
  group: '数字',
  clause: '公历历法',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '月',
  examples: [
    { bad: '各县（市、区）应当于2026年9月31日前报送总结。\n', reports: 1 },
    { bad: '受理期限为2月30日至3月5日，2026年2月29日停止受理。\n', reports: 2 },
    { bad: '请于二月三十日前完成。\n', reports: 1 },
    { bad: '标准自二〇二六年十一月三十一日起施行。\n', reports: 1 },
    { quiet: '各县（市、区）应当于2026年9月30日前报送总结。\n' },
    { quiet: '每年2月29日和2028年2月29日不安排值班。\n' },
    { quiet: '农历2月30日举办庙会，施工期为18月30日历天。\n' },
    { quiet: '各单位于2026年4月1日至31日报名。\n' },
  ],
  visit: {
    text: eachMatch(DATE, (match, text) => {
      const [whole, year, month, day, yearlessMonth, yearlessDay, , , hanYear] = match
      const hanMonth = match.groups?.hanMonth ?? match.groups?.month
      const hanDay = match.groups?.hanDay ?? match.groups?.day
      const date = {
        year: Number(year ?? (hanYear === undefined ? LEAP_YEAR : readChineseDigits(hanYear))),
        month: Number(month ?? yearlessMonth ?? readChineseNumber(hanMonth as string)),
        day: Number(day ?? yearlessDay ?? readChineseNumber(hanDay as string)),
      }
      if (Number.isNaN(date.year + date.month + date.day) || isCalendarDay(date)) return undefined
      // A count of months, and what stands alone on its line is the 成文日期, which has its own rule.
      if (yearlessMonth !== undefined && (date.month > 12 || date.month < 1)) return undefined
      if (whole === text.trim() || LUNAR.test(text.slice(Math.max(0, match.index - 12), match.index))) return undefined
      return { message: message('“{0}”这一天不存在，请核对日期。', whole) }
    }),
  },
})
