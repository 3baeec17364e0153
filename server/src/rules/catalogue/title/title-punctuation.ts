import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { hideQuoted, matchTitle } from '../../readings/titleMatch.ts'

/** A comma or stop with text behind it, outside quotation marks, book title marks and brackets. */
const STOP = /[，；。！？,;](?=.)/

/** 标题内除书名号、引号、括号、顿号等外一般不用标点；末尾的标点另有规则。 */
export default rule({
  id: 'title-punctuation',
  name: '标题内标点',
  group: '文种与标题',
  clause: '公文标题实务（原《国家行政机关公文处理办法》第十条）',
  strength: '旧规',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府关于加强防汛，抗旱工作的通知\n',
      good: '# 某某市人民政府关于加强防汛、抗旱工作的通知\n',
      reports: 1,
    },
    {
      bad: '# 某某市人民政府关于防火；防盗工作的通知\n',
      good: '# 某某市人民政府关于防火、防盗工作的通知\n',
      reports: 1,
    },
    { quiet: '# 某某市人民政府关于“双随机，一公开”监管的通知\n' },
    { quiet: '# 某某市人民政府关于印发《某某市水，电，气管理办法》的通知\n' },
    { quiet: '# 某某市、某某县人民政府关于防汛抗旱工作的通知\n' },
    { quiet: '# 某某市人民政府关于表彰先进的决定。\n' },
  ],
  visit: {
    title(title, { report }) {
      const found = matchTitle(title, STOP, hideQuoted)
      if (!found) return
      report({
        at: found.at,
        message: message(
          '标题里除书名号、引号、括号和并列用的顿号外一般不用标点，请去掉“{0}”或者改用“、”。',
          found.match[0],
        ),
        fixes: found.whole
          ? [replaceBy('suggestion', found.at.span, '、'), replaceBy('suggestion', found.at.span, '')]
          : [],
      })
    },
  },
})
