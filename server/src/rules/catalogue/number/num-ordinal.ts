import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'
import { chineseDigit } from '../../readings/numbers.ts'

const QUARTER = /(?<=第)[1-4](?=季度)|(?<=年)[1-4](?=季度)/g

/** 季度用汉字。 */
export default rule({
  id: 'num-ordinal',
  name: '季度用汉字',
  group: '数字',
  clause: 'GB/T 15835—2011 4.2.3',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '季',
  examples: [
    { bad: '第4季度和2026年1季度。\n', good: '第四季度和2026年一季度。\n', reports: 2 },
    { quiet: '第四季度和2026年一季度。\n' },
    { quiet: '连续4季度增长，第1季作物、雨季。\n' },
  ],
  visit: {
    text: eachMatch(QUARTER, ([digit]) => ({
      message: message(
        '季度用汉字，“{0}季度”宜写“{1}季度”（GB/T 15835—2011 4.2.3）。',
        digit,
        chineseDigit(Number(digit)),
      ),
      instead: chineseDigit(Number(digit)),
    })),
  },
})
