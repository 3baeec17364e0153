import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** 2026-03-05 in full is a form of GB/T 7408 for tables and codes; in running text a date is written with 年月日. */
const DOTTED =
  /(?<![0-9A-Za-z.\-/〔（(]|[A-Za-z] )((?:19|20)[0-9]{2})([./\-－．])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z.\-/])(?:日|号)?/g

/** 正文里的日期用年、月、日写。 */
export default rule({
  id: 'num-date-form',
  name: '日期写年月日',
  group: '数字',
  clause: 'GB/T 9704—2012 7.3.5.4；GB/T 15835—2011 5.1.4',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: [...'./-－．'].flatMap((mark) => [...'0123456789'].map((digit) => mark + digit)),
  examples: [
    {
      bad: '项目于2026.3.5开工，2026/12/31前完工。\n',
      good: '项目于2026年3月5日开工，2026年12月31日前完工。\n',
      reports: 2,
    },
    { quiet: '项目于2026年3月5日开工，增长2026.35个百分点。\n' },
    { quiet: '标准编号DB45/T 2026-3-5，IP为10.2026.3.5，版本v2026.3.5。\n' },
  ],
  visit: {
    text: eachMatch(DOTTED, ([whole, year = '', , month = '', day = '']) => {
      const instead = `${year}年${Number(month)}月${Number(day)}日`
      return {
        message: message('正文里的日期用年、月、日写，“{0}”宜写“{1}”（GB/T 15835—2011 5.1.4）。', whole, instead),
        instead,
      }
    }),
  },
})
