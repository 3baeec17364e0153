import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { ordinalPlace } from '../../outline/numbering.ts'

/** 序号的括号用全角。 */
export default rule({
  id: 'heading-halfwidth-paren',
  name: '序号用全角括号',
  group: '层次序数',
  clause: 'GB/T 9704—2012 7.3.3',
  strength: '推荐',
  severity: 'warning',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  together: (named) => message('序号的括号应当用全角，全文有{0}处用了半角（GB/T 9704—2012 7.3.3）。', named.length),
  examples: [
    { bad: '(一)加强领导\n', good: '（一）加强领导\n', reports: 1 },
    { bad: '（1)核实人数\n', good: '（1）核实人数\n', reports: 1 },
    { quiet: '（一）加强领导\n' },
    { quiet: '（一）加强领导(见附表)\n' },
    { quiet: '(GB/T 9704)是版式标准的编号。\n' },
  ],
  visit: {
    ordinal(block, { report }) {
      const place = /[()]/.test(block.ordinal?.written ?? '') ? ordinalPlace(block) : undefined
      if (!place || !/^[（(].+[)）]/.test(place.text)) return
      const proper = place.text.replace('(', '（').replace(')', '）')
      report({
        at: place.at,
        message: message('序号“{0}”的括号应当用全角，写“{1}”（GB/T 9704—2012 7.3.3）。', place.text, proper),
        fixes: [replaceBy('safe', place.at.span, proper)],
      })
    },
  },
})
