import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { attachmentNotes } from '../../readings/attachmentNote.ts'

const BODY = '# 某某市人民政府关于开展检查的通知\n\n各县（市、区）人民政府：\n\n请按时填报。\n\n'

/** 只有一个附件的，附件说明里不编号。 */
export default rule({
  id: 'attach-note-single-number',
  name: '单个附件不编号',
  group: '附件',
  clause: 'GB/T 9704—2012 7.3.4（多个附件才编号）',
  strength: '推荐',
  severity: 'warning',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${BODY}附件：1.名单\n`, good: `${BODY}附件：名单\n`, reports: 1 },
    { quiet: `${BODY}附件：名单\n` },
    { quiet: `${BODY}附件：1.名单\n2.方案\n` },
    { quiet: `${BODY}附件：1.名单 2.方案\n` },
  ],
  visit: {
    document({ tree }, { report }) {
      for (const [first, second] of attachmentNotes(tree)) {
        if (!first?.label || !first.ordinal || first.ordinal.number !== 1 || second) continue
        if (/[2２二][.．、]|②|（[2二]）/.test(first.name.text)) continue
        report({
          at: first.ordinal.at,
          message: message('只有一个附件，不编顺序号，写成“附件：{0}”（GB/T 9704—2012 7.3.4）。', first.name.text),
          fixes: [replaceBy('safe', first.ordinal.at.span, '')],
        })
      }
    },
  },
})
