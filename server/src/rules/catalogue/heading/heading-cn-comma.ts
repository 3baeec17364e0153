import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { ordinalPlace } from '../../outline/numbering.ts'
import { within } from '../../place.ts'

/** 汉字序号“一”后用顿号。 */
export default rule({
  id: 'heading-cn-comma',
  name: '汉字序号用顿号',
  group: '层次序数',
  clause: 'GB/T 15834—2011 附录B.3.2',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  examples: [
    { bad: '一.总体要求\n\n二.主要任务\n', good: '一、总体要求\n\n二、主要任务\n', reports: 2 },
    { bad: '一，总体要求\n', good: '一、总体要求\n', reports: 1 },
    { quiet: '一、总体要求\n' },
    { quiet: '一是加强领导，二是落实责任。\n' },
    { quiet: '一、加强领导，二、三两项另行通知。\n' },
    { quiet: '第一，加强领导；第二，落实责任。\n' },
  ],
  visit: {
    ordinal(block, { report }) {
      const match = /^([一二三四五六七八九十百零〇]+)([.．，,])$/.exec(block.ordinal?.written ?? '')
      const place = match && ordinalPlace(block)
      if (!place) return
      const at = within(place.at, place.text.length - 1, place.text.length)
      report({
        at: place.at,
        message: message(
          '序号“{0}”后应当用顿号，写“{1}、”（GB/T 15834—2011 附录B.3.2）。',
          place.text,
          match[1] as string,
        ),
        fixes: [replaceBy('safe', at.span, '、')],
      })
    },
  },
})
