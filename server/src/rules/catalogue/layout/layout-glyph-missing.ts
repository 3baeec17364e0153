import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { problemsOf } from '../../layoutPlaces.ts'

/** 当前字体里没有的字印成“〓”。 */
export default rule({
  id: 'layout-glyph-missing',
  name: '字体缺字',
  group: '版面',
  clause: '排版检查',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'layout',
  due: 'always',
  examples: [
    { bad: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n请𪚥同志负责。\n', reports: 1 },
    { quiet: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n' },
    { quiet: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n| 项目 | 金额 |\n|---|---|\n| 堤防 | 5 |\n' },
  ],
  visit: {
    layout({ problems }, { document, report }) {
      for (const { span, args } of problemsOf(document, problems, 'glyph-missing')) {
        report({
          at: span,
          message: message('“{0}”在{1}字体里没有，只能印成“〓”，请换一种字体或者改用通用的字。', ...args),
        })
      }
    },
  },
})
