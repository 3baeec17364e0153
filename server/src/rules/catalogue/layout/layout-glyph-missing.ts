import { codePointOf } from '../../../text/cjk.ts'
import type { Message } from '../../../text/finding.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { problemsOf } from '../../layoutPlaces.ts'

/** 没有一个字体有的字印成“〓”：印出来的与原文不符，不能印发。 */
export default rule({
  id: 'layout-glyph-missing',
  name: '字体缺字',
  group: '版面',
  // “字面不花、不白、无断划”: a character that is not printed at all is the worst of these.
  clause: 'GB/T 9704—2012 6.2（字面不花、不白、无断划）',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'layout',
  due: 'always',
  examples: [
    { bad: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n请𪚥同志负责。\n', reports: 1 },
    { bad: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n请\ue000同志负责。\n', reports: 1 },
    { quiet: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n' },
    { quiet: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n| 项目 | 金额 |\n|---|---|\n| 堤防 | 5 |\n' },
  ],
  visit: {
    layout({ problems }, { document, report }) {
      for (const { span, args } of problemsOf(document, problems, 'glyph-missing')) {
        report({ at: span, message: sentence(String(args[0]), String(args[1])) })
      }
    },
  },
})

/** Private use: characters that an office had made for itself, with codes that mean something else on the next machine. */
const PRIVATE = /^\p{Co}$/u

function sentence(character: string, role: string): Message {
  const code = codePointOf(character)
  if (PRIVATE.test(character)) {
    return message('{0}是自造字的编码，换一台电脑就是别的字，只能印成“〓”。请改用这个字的正式编码。', code)
  }
  return message(
    '没有字体能排“{0}”（{1}），只能印成“〓”。请安装或者指定有这个字的{2}字体，或者改用通用的字。',
    character,
    code,
    role,
  )
}
