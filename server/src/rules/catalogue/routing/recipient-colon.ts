import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy, safeFix } from '../../fixes.ts'
import { within } from '../../place.ts'

const TITLE = '# 某某市人民政府关于加强值班工作的通知\n\n'
/** A line of its own that can be nothing but a 主送 which lost its colon. */
const UNMARKED =
  /^各[^。；：:？！“”]{1,60}(?:人民政府|部门|单位|机构|局|委|处|科室|街道办事处|党委|总支|支部|学校|企业|公司|乡镇|街道)[，,；;、。.]?$/

/** 主送机关后标全角冒号。 */
export default rule({
  id: 'recipient-colon',
  name: '主送后用全角冒号',
  group: '行文规则',
  clause: 'GB/T 9704—2012 7.3.2',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  yieldsTo: ['punc-halfwidth-document'],
  examples: [
    { bad: `${TITLE}各县人民政府:\n\n请落实。\n`, good: `${TITLE}各县人民政府：\n\n请落实。\n`, reports: 1 },
    {
      bad: `${TITLE}各县（市、区）人民政府，市政府各部门\n\n请落实。\n`,
      good: `${TITLE}各县（市、区）人民政府，市政府各部门：\n\n请落实。\n`,
      reports: 1,
    },
    { bad: `${TITLE}各县人民政府，\n\n请落实。\n`, good: `${TITLE}各县人民政府：\n\n请落实。\n`, reports: 1 },
    { quiet: `${TITLE}各县人民政府：\n\n请落实。\n` },
    { quiet: `${TITLE}各县人民政府要加强值班。\n\n请落实。\n` },
    { quiet: `${TITLE}各县人民政府：\n\n各县人民政府，市政府各部门\n` },
  ],
  visit: {
    addressee(element, { report }) {
      const last = element.lines?.at(-1) ?? element.at
      const end = last ? textAt(last).trimEnd().length : 0
      if (!last || textAt(last)[end - 1] !== ':') return
      const at = within(last, end - 1, end)
      report({
        at,
        message: message('主送机关后应当用全角冒号“：”（GB/T 9704—2012 7.3.2）。'),
        fixes: [replaceBy('safe', at.span, '：')],
      })
    },
    document({ main }, { report }) {
      const [first] = main.body
      if (main.addressee || !main.title || first?.kind !== 'paragraph' || main.body.length < 2) return
      const text = textAt(first.at).trimEnd()
      if (!UNMARKED.test(text)) return
      const marked = /[，,；;、。.]$/.test(text) ? 1 : 0
      const at = within(first.at, 0, text.length)
      report({
        at,
        message: message('主送机关后应当用全角冒号“：”，这里没有（GB/T 9704—2012 7.3.2）。'),
        fixes: [
          safeFix(message('改用全角冒号'), {
            span: within(first.at, text.length - marked, text.length).span,
            text: '：',
          }),
        ],
      })
    },
  },
})
