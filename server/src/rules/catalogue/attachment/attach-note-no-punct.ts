import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'
import { attachmentNotes } from '../../readings/attachmentNote.ts'

const BODY = '# 某某市人民政府关于开展检查的通知\n\n各县（市、区）人民政府：\n\n请按时填报。\n\n'
const MARK = /[。；;，,、：:.．]$/

/** 附件名称后不加标点符号。 */
export default rule({
  id: 'attach-note-no-punct',
  name: '附件名称后无标点',
  group: '附件',
  clause: 'GB/T 9704—2012 7.3.4',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${BODY}附件：1.名单；\n2.方案。\n`, good: `${BODY}附件：1.名单\n2.方案\n`, reports: 2 },
    { bad: `${BODY}附件：检查情况统计表。\n`, good: `${BODY}附件：检查情况统计表\n`, reports: 1 },
    { bad: `${BODY}附件：1.名单；2.方案。\n`, good: `${BODY}附件：1.名单2.方案\n`, reports: 2 },
    { quiet: `${BODY}附件：检查的典型做法\n\n::附件[检查的典型做法]\n\n1.学校自查。\n\n2.镇街督查。\n` },
    { quiet: `${BODY}附件：1.名单（试行）\n2.《某某办法》\n` },
    { quiet: `${BODY}1.名单；\n\n2.方案。\n` },
    { quiet: `${BODY}附件：见下表。上述各表一并报送。\n` },
  ],
  visit: {
    document({ tree }, { report }) {
      for (const note of attachmentNotes(tree)) {
        for (const { name } of note) {
          const match = MARK.exec(name.text)
          // A sentence is no name.
          if (!match || match.index === 0 || /[。；]/.test(name.text.slice(0, -1))) continue
          const at = within(name.at, match.index, match.index + 1)
          report({
            at,
            message: message('附件名称后不加标点，请去掉“{0}”（GB/T 9704—2012 7.3.4）。', match[0]),
            fixes: [replaceBy('safe', at.span, '')],
          })
        }
      }
    },
  },
})
