import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { ordinalPlace } from '../../outline/numbering.ts'
import { within } from '../../place.ts'

/** 阿拉伯数字序号后用下脚点；全角的“．”同样常见，不报。 */
export default rule({
  id: 'heading-arabic-dot',
  name: '阿拉伯数字序号用下脚点',
  group: '层次序数',
  clause: 'GB/T 15834—2011 附录B.3.3',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  together: (named) =>
    message('阿拉伯数字序号后用下脚点，如“1.”，全文有{0}处没有这样写（GB/T 15834—2011 附录B.3.3）。', named.length),
  examples: [
    { bad: '1、核实人数\n2、报送名单\n', good: '1.核实人数\n2.报送名单\n', reports: 1 },
    { quiet: '1.核实人数\n' },
    { quiet: '1．核实人数\n' },
    { quiet: '涉及1、2号楼的住户，请配合检修。\n' },
  ],
  visit: {
    ordinal(block, { report }) {
      const match = /^([0-9０-９]+)、$/.exec(block.ordinal?.written ?? '')
      const place = match && ordinalPlace(block)
      if (!place) return
      const at = within(place.at, place.text.length - 1, place.text.length)
      report({
        at: place.at,
        message: message(
          '阿拉伯数字序号后用下脚点，“{0}”应当写“{1}.”（GB/T 15834—2011 附录B.3.3）。',
          place.text,
          match[1] as string,
        ),
        fixes: [replaceBy('safe', at.span, '.')],
      })
    },
  },
})
