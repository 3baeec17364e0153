import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { suggestion } from '../../fixes.ts'
import { within } from '../../place.ts'

/** Of two quotes that meet the outer may be a slip; only a quotation that goes on behind the inner one is certain. */
const NESTED = /“([^“”\n]{1,200})“([^“”\n]{1,40})”([^“”\n]{0,200})”/g
/** Paragraphs of a long quotation begin with “ and do not close it. */
const GOES_ON = /^\s*“/

/** 引号外层用双引号，里层用单引号。 */
export default rule({
  id: 'punc-quote-nest',
  name: '引号外双内单',
  group: '标点',
  clause: 'GB/T 15834—2011 4.8.3.4',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '“',
  examples: [
    { bad: '会议强调，“要坚持“底线”思维”。\n', good: '会议强调，“要坚持‘底线’思维”。\n', reports: 1 },
    { quiet: '会议强调，“要坚持‘底线’思维”，推进“放管服”“双随机”。\n' },
    { quiet: '“（一）推进“放管服”改革；\n' },
    { quiet: '推进“放管服改革，落实“双随机”要求。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      for (const match of matchesOf(NESTED, text)) {
        const [whole, before = '', inner = ''] = match
        const start = match.index + 1 + before.length
        const end = start + inner.length + 2
        report({
          at: within(at, start, end),
          message: message('引号里面再用引号时，里层用单引号，应当写“‘{0}’”（GB/T 15834—2011 4.8.3.4）。', inner),
          ...(GOES_ON.test(whole) && match.index === 0 ? { severity: 'info' } : {}),
          fixes: [
            suggestion(
              message('里层改用单引号'),
              { span: within(at, start, start + 1).span, text: '‘' },
              { span: within(at, end - 1, end).span, text: '’' },
            ),
          ],
        })
      }
    },
  },
})
