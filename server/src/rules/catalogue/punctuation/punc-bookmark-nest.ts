import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'

const NESTED = /《[^《》〈〉<>\n]{0,80}(《[^《》\n]{1,80}》)(?=[^《》\n]{0,80}》)/g

/** 书名号里再用书名号，里层用单书名号。 */
export default rule({
  id: 'punc-bookmark-nest',
  name: '书名号里层用单书名号',
  group: '标点',
  clause: 'GB/T 15834—2011 4.15.3.5',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '《',
  examples: [
    {
      bad: '学习《关于修改《某某条例》的决定》。\n',
      good: '学习《关于修改〈某某条例〉的决定》。\n',
      reports: 1,
    },
    { quiet: '学习《关于修改〈某某条例〉的决定》和《某某办法》。\n' },
    { quiet: '学习《关于修改〈某省实施《某某法》办法〉的决定》。\n' },
    { quiet: '学习《甲条例》《乙条例》，执行《丙条例。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      for (const match of matchesOf(NESTED, text)) {
        const inner = match[1] as string
        const end = match.index + match[0].length
        const start = end - inner.length
        report({
          at: within(at, start, end),
          message: message(
            '书名号里面再用书名号时，里层用单书名号，应当写“〈{0}〉”（GB/T 15834—2011 4.15.3.5）。',
            inner.slice(1, -1),
          ),
          fixes: [
            safeFix(
              message('里层改用单书名号'),
              { span: within(at, start, start + 1).span, text: '〈' },
              { span: within(at, end - 1, end).span, text: '〉' },
            ),
          ],
        })
      }
    },
  },
})
