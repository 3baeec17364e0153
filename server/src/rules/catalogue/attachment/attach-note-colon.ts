import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

/** 附件 with another mark than the full-width colon in front of a name; 附件1 above an attachment is none. */
const LABEL = /^\s{0,8}附\s{0,4}件\s{0,4}([:;；、.．])(?=\s{0,8}[\p{Script=Han}《“0-9])/u

/** “附件”二字后标全角冒号。 */
export default rule({
  id: 'attach-note-colon',
  name: '附件后用全角冒号',
  group: '附件',
  clause: 'GB/T 9704—2012 7.3.4',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  yieldsTo: ['punc-halfwidth-document'],
  triggers: '附',
  examples: [
    { bad: '请按时填报。\n\n附件:检查情况统计表\n', good: '请按时填报。\n\n附件：检查情况统计表\n', reports: 1 },
    { bad: '请按时填报。\n\n附件；1.统计表\n', good: '请按时填报。\n\n附件：1.统计表\n', reports: 1 },
    { quiet: '请按时填报。\n\n附件：1.统计表\n' },
    { quiet: '附件、附图均为本规划的组成部分，附件:见附录的写法已经废止。\n' },
    { quiet: '附件1\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      const match = text.length <= 120 ? LABEL.exec(text) : null
      if (
        !match ||
        /[。]$/.test(text) ||
        (match[1] === '、' && /附[\p{Script=Han}]/u.test(text.slice(match[0].length)))
      )
        return
      const place = within(at, match[0].length - 1, match[0].length)
      report({
        at: place,
        message: message('“附件”后应当用全角冒号，这里是“{0}”（GB/T 9704—2012 7.3.4）。', match[1] as string),
        fixes: [replaceBy('safe', place.span, '：')],
      })
    },
  },
})
