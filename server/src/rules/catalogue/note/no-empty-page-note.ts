import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { dropLine } from '../../readings/wholeLine.ts'

const NOTE = /^\s{0,8}[（(【[]?\s{0,4}此\s{0,2}页\s{0,2}无\s{0,2}正\s{0,2}文\s{0,4}[）)】\]]?[。]?\s{0,8}$/

/** 不写“此页无正文”，排不下时调整行距、字距。 */
export default rule({
  id: 'no-empty-page-note',
  name: '不写此页无正文',
  group: '附注',
  clause: 'GB/T 9704—2012 7.3.5.5',
  strength: '旧规',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '此',
  examples: [
    { bad: '请认真落实。\n\n（此页无正文）\n', good: '请认真落实。\n\n', reports: 1 },
    { bad: '请认真落实。\n\n此页无正文\n\n某某局\n', good: '请认真落实。\n\n\n某某局\n', reports: 1 },
    { quiet: '不得用标注“此页无正文”的方法解决。\n' },
    { quiet: '（此件公开发布）\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      if (text.length > 60 || !NOTE.test(text)) return
      report({
        at,
        message: message(
          '不写“此页无正文”：印章和日期排不下时，调整行距、字距，使它们与正文同处一面（GB/T 9704—2012 7.3.5.5）。',
        ),
        fixes: [dropLine(at)],
      })
    },
  },
})
