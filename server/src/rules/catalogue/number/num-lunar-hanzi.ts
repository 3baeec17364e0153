import { spellChineseNumber } from '../../../standard/chineseNumber.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const LUNAR =
  /(农历|夏历|阴历|旧历)([^，。；、0-9]{0,6}?)([0-9]{1,2})月(?:初([0-9]{1,2})|([0-9]{1,2})日?)?|([正腊冬闰]月)(初?)([0-9]{1,2})(?![0-9、～~—-])/g

/** 农历日期用汉字。 */
export default rule({
  id: 'num-lunar-hanzi',
  name: '农历日期用汉字',
  group: '数字',
  clause: 'GB/T 15835—2011 4.2.1',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: ['农历', '夏历', '阴历', '旧历', '正月', '腊月', '冬月', '闰月'],
  examples: [
    { bad: '农历8月15举办庙会，正月15举办灯会。\n', good: '农历八月十五举办庙会，正月十五举办灯会。\n', reports: 2 },
    { bad: '自夏历2月初2起开市。\n', good: '自夏历二月初二起开市。\n', reports: 1 },
    { quiet: '农历八月十五举办庙会，公历9月25日放假。\n' },
    { quiet: '正月初五至15日，农历年前发放到位，2月15日前办结。\n' },
  ],
  visit: {
    text: eachMatch(
      LUNAR,
      ([whole, calendar, between = '', month = '', early, day, named = '', start = '', late = '']) => {
        const instead = calendar
          ? `${calendar}${between}${inChinese(month)}月${early ? `初${inChinese(early)}` : inChinese(day)}`
          : `${named}${start}${inChinese(late)}`
        if (instead.includes('?')) return undefined
        return {
          message: message('农历日期用汉字，“{0}”应当写“{1}”（GB/T 15835—2011 4.2.1）。', whole, instead),
          instead,
        }
      },
    ),
  },
})

/** A day or month in Chinese; `?` for what is none. */
function inChinese(number: string | undefined): string {
  if (number === undefined) return ''
  const value = Number(number)
  if (value < 1 || value > 30) return '?'
  return spellChineseNumber(value)
}
