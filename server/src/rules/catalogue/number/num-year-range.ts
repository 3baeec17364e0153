import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

const RANGE = /(?<![0-9A-Za-z.〔\-~～—/])((?:19|20)[0-9]{2}年?)([-~])((?:19|20)?[0-9]{2})(?=年(?![以之]))/g

/** 起止年份用一字线“—”。 */
export default rule({
  id: 'num-year-range',
  name: '起止年份用一字线',
  group: '数字',
  clause: 'GB/T 15834—2011 4.13.3.2',
  strength: '推荐',
  severity: 'info',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '-~',
  examples: [
    { bad: '2021-2025年规划\n', good: '2021—2025年规划\n', reports: 1 },
    { bad: '2021-25年规划\n', good: '2021—2025年规划\n', reports: 1 },
    { quiet: '2021—2025年规划\n' },
    { quiet: '完成2021—2025年规划，文件编号为2021-25号。\n' },
    { quiet: '标准编号GB/T 9704-2012，年限见附表。\n' },
  ],
  visit: {
    text(line, { report }) {
      for (const match of matchesOf(RANGE, line.text)) {
        const [whole, from = '', , to = ''] = match
        const full = to.length === 4 ? to : from.slice(0, 2) + to
        if (Number(full) <= Number(from.slice(0, 4))) continue
        const at = within(line.at, match.index + from.length, match.index + whole.length)
        report({
          at: within(line.at, match.index, match.index + whole.length),
          message: message(
            '起止年份之间用一字线，年份写全，“{0}年”宜写“{1}—{2}年”（GB/T 15834—2011 4.13.3.2）。',
            whole,
            from,
            full,
          ),
          fixes: [replaceBy('safe', at.span, `—${full}`)],
        })
      }
    },
  },
})
