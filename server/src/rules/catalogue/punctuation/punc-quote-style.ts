import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'

/** Straight or corner quotes round Chinese text; inches and code stay as they are. */
const QUOTED = /"([^"\n]{1,80})"|＂([^＂\n]{1,80})＂|「([^「」\n]{1,80})」|『([^『』\n]{1,80})』/g

/** 用弯引号“”。 */
export default rule({
  id: 'punc-quote-style',
  name: '用弯引号',
  group: '标点',
  clause: 'GB/T 15834—2011 4.8.2',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  many: 3,
  triggers: '"＂「『',
  examples: [
    { bad: '推进"放管服"改革，落实「双随机」要求。\n', good: '推进“放管服”改革，落实“双随机”要求。\n', reports: 2 },
    { quiet: '推进“放管服”改革。\n' },
    { quiet: '界址点位于东经118°30′15"。\n' },
    { quiet: '采购27"显示器2台、24"显示器5台，设置key="value"。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      for (const match of matchesOf(QUOTED, text)) {
        const [whole] = match
        const end = match.index + whole.length
        if (!/\p{Script=Han}/u.test(whole) || /[0-9]/.test(text[match.index - 1] ?? '')) continue
        report({
          at: within(at, match.index, end),
          message: message(
            '公文用弯引号“ ”，不用“{0}{1}”（GB/T 15834—2011 4.8.2）。',
            whole[0] as string,
            whole.at(-1) as string,
          ),
          fixes: [
            safeFix(
              message('改用弯引号'),
              { span: within(at, match.index, match.index + 1).span, text: '“' },
              { span: within(at, end - 1, end).span, text: '”' },
            ),
          ],
        })
      }
    },
  },
})
