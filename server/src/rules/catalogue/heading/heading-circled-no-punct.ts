import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

/** At the start of a line, and no second number behind it: ①、②两项 is an enumeration. */
const CIRCLED = /^[ 　]{0,8}[①-⑳][、.．](?![①-⑳])/

/** 圈码序号（①）后不加标点。 */
export default rule({
  id: 'heading-circled-no-punct',
  name: '圈码序号后无标点',
  group: '层次序数',
  clause: 'GB/T 15834—2011 附录B.3.4（类推）',
  strength: '实务',
  severity: 'hint',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  examples: [
    { bad: '①、核实人数；\n', good: '①核实人数；\n', reports: 1 },
    { quiet: '①核实人数；\n' },
    { quiet: '①、②两项由市财政局负责。\n' },
    { quiet: '详见第①、③、⑤项。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      const match = CIRCLED.exec(text)
      if (!match) return
      const end = match.index + match[0].length
      const place = within(at, end - 1, end)
      report({
        at: within(at, end - 2, end),
        message: message('圈码本身就是序号，后面不加“{0}”（比照GB/T 15834—2011 附录B.3.4）。', text[end - 1] as string),
        fixes: [replaceBy('safe', place.span, '')],
      })
    },
  },
})
