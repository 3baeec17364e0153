import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** Half of the day and an hour that only the count of 24 has. */
const TWICE = /(?:下午|晚上|晚|傍晚|夜间|夜里|中午)(1[3-9]|2[0-4])(?=[时点:：])/g

/** 12小时制和24小时制不混用。 */
export default rule({
  id: 'num-clock',
  name: '时刻写法不混用',
  group: '数字',
  clause: 'GB/T 15835—2011 5.1.4；公文数字使用惯例',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '午晚夜',
  examples: [
    { bad: '会议于下午14时30分召开。\n', good: '会议于14时30分召开。\n', reports: 1 },
    { bad: '晚上20:00至22:00封闭施工。\n', good: '20:00至22:00封闭施工。\n', reports: 1 },
    { quiet: '会议于下午2时30分召开，14时30分签到。\n' },
    { quiet: '晚上7点至9点封闭施工，下午15人到会。\n' },
  ],
  visit: {
    text: eachMatch(TWICE, ([whole, hour = '']) => ({
      message: message(
        '“{0}时”混用了12小时制和24小时制，宜写“{1}时”或者“{2}{3}时”（GB/T 15835—2011 5.1.4）。',
        whole,
        hour,
        whole.slice(0, -2),
        Number(hour) - 12,
      ),
      instead: hour,
    })),
  },
})
