import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

/** Units behind which a number is a quantity: then a hyphen between two numbers is a range, not a code or a telephone. */
const UNIT =
  '(?:[%％]|个|天|日内|人|名|户|家|岁|次|项|件|辆|台|套|处|条|倍|元|万|亿|米|公里|千米|厘米|毫米|吨|公斤|千克|克|亩|公顷|平方|立方|小时|分钟|秒|周|年[^版第度]|个月|摄氏度|℃)'
const RANGE = new RegExp(
  `(?<![0-9A-Za-z.〔〕\\-~～—/:：（(第])([0-9]{1,6}(?:\\.[0-9]{1,4})?)([-~])([0-9]{1,6}(?:\\.[0-9]{1,4})?)(?=${UNIT})`,
  'g',
)

/** 数值范围用浪纹线“～”。 */
export default rule({
  id: 'num-range-symbol',
  name: '数值范围用浪纹线',
  group: '数字',
  clause: 'GB/T 15834—2011 4.13.3.2；GB/T 15835—2011 5.1.3',
  strength: '推荐',
  severity: 'warning',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  many: 3,
  triggers: '-~',
  examples: [
    { bad: '在15-30天内办结，预计3~5年见效。\n', good: '在15～30天内办结，预计3～5年见效。\n', reports: 2 },
    { quiet: '在15～30天内办结。\n' },
    { quiet: '联系电话：0775-7236082（3人值班）。\n' },
    { quiet: '编号2026-15号，参见第3-5条。\n' },
  ],
  visit: {
    text(line, { report }) {
      for (const match of matchesOf(RANGE, line.text)) {
        const [whole, from = '', mark = '', to = ''] = match
        if (Number(from) >= Number(to) || /^0[0-9]/.test(from) || isYear(from, to)) continue
        const at = within(line.at, match.index + from.length, match.index + from.length + 1)
        report({
          at: within(line.at, match.index, match.index + whole.length),
          message: message(
            '数值范围用“～”，“{0}”应当写“{1}～{2}”，不用“{3}”（GB/T 15834—2011 4.13.3.2）。',
            whole,
            from,
            to,
            mark,
          ),
          fixes: [replaceBy('safe', at.span, '～')],
        })
      }
    },
  },
})

/** Years from to years take a dash and have their own rule. */
function isYear(from: string, to: string): boolean {
  return /^(?:19|20)[0-9]{2}$/.test(from) && /^(?:(?:19|20)[0-9]{2}|[0-9]{2})$/.test(to)
}
