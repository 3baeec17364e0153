import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { attachmentNotes } from '../../readings/attachmentNote.ts'

const BODY = '# 某某市人民政府关于开展检查的通知\n\n各县（市、区）人民政府：\n\n请按时填报。\n\n'
/** Published documents use full-width digits and dots too. */
const PROPER = /^[0-9０-９]{1,2}[.．]$/

/** 附件说明的顺序号用阿拉伯数字加下脚点。 */
export default rule({
  id: 'attach-note-number',
  name: '附件顺序号写法',
  group: '附件',
  clause: 'GB/T 9704—2012 7.3.4',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${BODY}附件：1、名单\n2、方案\n`, good: `${BODY}附件：1.名单\n2.方案\n`, reports: 2 },
    { bad: `${BODY}附件：一、名单\n二、方案\n`, good: `${BODY}附件：1.名单\n2.方案\n`, reports: 2 },
    { bad: `${BODY}附件：1. 名单\n（2）方案\n`, good: `${BODY}附件：1. 名单\n2.方案\n`, reports: 1 },
    { quiet: `${BODY}附件：1.名单\n2.方案\n` },
    { quiet: `${BODY}附件：2026年工作要点\n` },
    { quiet: `${BODY}一、名单\n\n二、方案\n\n1、甲。\n` },
  ],
  visit: {
    document({ tree }, { report }) {
      for (const note of attachmentNotes(tree)) {
        for (const { ordinal } of note) {
          if (!ordinal || PROPER.test(ordinal.text.trim())) continue
          const proper = `${ordinal.number}.`
          report({
            at: ordinal.at,
            message: message(
              '附件的顺序号用阿拉伯数字加下脚点，“{0}”应当写成“{1}”（GB/T 9704—2012 7.3.4）。',
              ordinal.text.trim(),
              proper,
            ),
            fixes: [replaceBy('safe', ordinal.at.span, proper)],
          })
        }
      }
    },
  },
})
