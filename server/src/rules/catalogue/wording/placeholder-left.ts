import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 【…】 of the templates (a bracketed year is a wrong 文号), ×× and XX beside Chinese, 待补. */
const LEFT =
  /【(?![0-9]{2,4}】)[^【】]{0,24}】|×{2,20}|(?<=\p{Script=Han})[Xx]{2,12}(?![0-9A-Za-z])|(?<![0-9A-Za-z])[Xx]{2,12}(?=\p{Script=Han})|[（(]待[补定填][^（）()]{0,8}[）)]/gu

const blanks = eachMatch(LEFT, ([blank]) => ({ message: message('“{0}”是没有填的地方，印发前要填实。', blank) }))

/** So many are named. */
const NAMED = 3

/** 模板里要填的地方都填上了；起草时只是提示。 */
export default rule({
  id: 'placeholder-left',
  name: '占位符填实',
  group: '用语',
  clause: '公文校核惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'issue',
  triggers: '【×Xx待',
  examples: [
    { bad: '为【目的】，根据××文件，现通知如下：\n', reports: 1 },
    { bad: withHead('发文字号: 【代字】〔2026〕5号'), reports: 1 },
    { bad: 'XX市应当于9月前完成，经费（待定）。\n', reports: 1 },
    { quiet: '某某市应当完成5×3的网格划分，第XXI届会议待定后通知。\n' },
    { quiet: withHead('发文字号: 某政发【2026】5号') },
  ],
  together: (left) => {
    const different = [...new Set(left)]
    const named = different
      .slice(0, NAMED)
      .map((each) => `“${each}”`)
      .join('')
    return different.length > NAMED
      ? message('有{0}处没有填的地方，印发前要填实：{1}等。', left.length, named)
      : message('有{0}处没有填的地方，印发前要填实：{1}。', left.length, named)
  },
  visit: {
    text: blanks,
    docNumber: asWritten(blanks),
    approver: asWritten(blanks),
    issuer: asWritten(blanks),
  },
})
