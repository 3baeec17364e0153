import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const RANGE =
  /(?<![0-9A-Za-z.万亿%％～~—–\-:：/])([0-9]{1,6}(?:\.[0-9]{1,4})?)([～~—–-])([0-9]{1,6}(?:\.[0-9]{1,4})?)(万|亿)/g

/** 数值范围两端的“万”“亿”都写。 */
export default rule({
  id: 'num-range-wan',
  name: '范围两端写万亿',
  group: '数字',
  clause: 'GB/T 15835—2011 5.1.3',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '万亿',
  examples: [
    { bad: '投资9～16亿元，新增就业5～10万人。\n', good: '投资9亿～16亿元，新增就业5万～10万人。\n', reports: 2 },
    { quiet: '投资9亿～16亿元，新增就业5万～10万人。\n' },
    { quiet: '奖励5000～1万元，参加8～12人，经费3万元。\n' },
    { quiet: '2021—2025年投资3亿元。\n' },
  ],
  visit: {
    text: eachMatch(RANGE, ([whole, from = '', mark = '', to = '', unit = '']) => {
      if (Number(from) >= Number(to)) return undefined
      return {
        message: message(
          '“{0}”的前一个数也要写“{1}”，否则会看成{2}，应当写“{2}{1}{3}{4}{1}”（GB/T 15835—2011 5.1.3）。',
          whole,
          unit,
          from,
          mark === '~' || mark === '-' ? '～' : mark,
          to,
        ),
        from: from.length,
        to: from.length,
        instead: unit,
      }
    }),
  },
})
