import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

const RANGE =
  /(?<![0-9A-Za-z.%％～~—–\-:：/])([0-9]{1,9}(?:\.[0-9]{1,9})?)([～~—–-])([0-9]{1,9}(?:\.[0-9]{1,9})?)([%％])/g

/** 百分数范围的两端都写百分号。 */
export default rule({
  id: 'num-range-percent',
  name: '百分数范围两端写百分号',
  group: '数字',
  clause: 'GB/T 15835—2011 5.1.3',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: [...'～~—–-'].flatMap((mark) => [...'0123456789'].map((digit) => mark + digit)),
  examples: [
    { bad: '比例控制在15～30%。\n', good: '比例控制在15%～30%。\n', reports: 1 },
    { quiet: '比例控制在15%～30%。\n' },
    { quiet: '2026年提高30%，型号A-30%浓度。\n' },
    { quiet: '用时5～8天，完成80%。\n' },
  ],
  visit: {
    text(line, { report }) {
      for (const match of matchesOf(RANGE, line.text)) {
        const [whole, from = '', , , percent = ''] = match
        const end = within(line.at, match.index + from.length, match.index + from.length)
        report({
          at: within(line.at, match.index, match.index + whole.length),
          message: message(
            '“{0}”的前一个数也要写百分号，应当写“{1}”（GB/T 15835—2011 5.1.3）。',
            whole,
            from + percent + whole.slice(from.length),
          ),
          fixes: [replaceBy('safe', end.span, percent)],
        })
      }
    },
  },
})
