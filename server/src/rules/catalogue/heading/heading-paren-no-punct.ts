import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { ordinalPlace } from '../../outline/numbering.ts'
import { within } from '../../place.ts'

/** 带括号的序号后不加标点。 */
export default rule({
  id: 'heading-paren-no-punct',
  name: '括号序号后无标点',
  group: '层次序数',
  clause: 'GB/T 15834—2011 附录B.3.4',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  examples: [
    { bad: '（一）、加强领导\n', good: '（一）加强领导\n', reports: 1 },
    { bad: '（1）.核实人数\n', good: '（1）核实人数\n', reports: 1 },
    { quiet: '（一）加强领导\n' },
    { quiet: '（一）（二）两项由市财政局负责。\n' },
    { quiet: '符合（一）、（二）项规定的，不予处罚。\n' },
  ],
  visit: {
    ordinal(block, { report }) {
      const place = /[）)][、.．]$/.test(block.ordinal?.written ?? '') ? ordinalPlace(block) : undefined
      if (!place) return
      const end = place.text.length
      const proper = place.text.slice(0, -1)
      report({
        at: place.at,
        message: message('带括号的序号后不加标点，“{0}”应当写“{1}”（GB/T 15834—2011 附录B.3.4）。', place.text, proper),
        fixes: [replaceBy('safe', within(place.at, end - 1, end).span, '')],
      })
    },
  },
})
