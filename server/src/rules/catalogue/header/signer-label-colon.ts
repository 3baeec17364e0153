import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'
import { withHead } from '../../sample.ts'

/** 正文里粘贴的“签发人”后用全角冒号；开头信息里的由排版标注。 */
export default rule({
  id: 'signer-label-colon',
  name: '签发人后用全角冒号',
  group: '版头',
  clause: 'GB/T 9704—2012 7.2.6',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '签',
  examples: [
    { bad: '签发人:王某某\n', good: '签发人：王某某\n', reports: 1 },
    { quiet: '签发人：王某某\n' },
    { quiet: withHead('签发人: 王某某', '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n') },
    { quiet: '上行文应当标注签发人姓名。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      const match = /签发人[ 　]{0,4}(:)[ 　]{0,4}(?=[\p{Script=Han}])/u.exec(text)
      if (!match) return
      const start = match.index + match[0].indexOf(':')
      const place = within(at, start, start + 1)
      report({
        at: place,
        message: message('“签发人”后标全角冒号“：”（GB/T 9704—2012 7.2.6）。'),
        fixes: [replaceBy('safe', place.span, '：')],
      })
    },
  },
})
