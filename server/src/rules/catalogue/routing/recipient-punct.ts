import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

const TITLE = '# 某某市人民政府关于加强值班工作的通知\n\n'

/** 主送机关之间，同一类用顿号，类与类之间用逗号。用顿号还是逗号由起草人定。 */
export default rule({
  id: 'recipient-punct',
  name: '主送之间的标点',
  group: '行文规则',
  clause: '主送机关标点的通行写法',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: `${TITLE}各县人民政府；市政府各部门：\n\n请落实。\n`,
      good: `${TITLE}各县人民政府，市政府各部门：\n\n请落实。\n`,
      reports: 1,
    },
    {
      bad: `${TITLE}各县人民政府　市政府各部门：\n\n请落实。\n`,
      good: `${TITLE}各县人民政府，市政府各部门：\n\n请落实。\n`,
      reports: 1,
    },
    { quiet: `${TITLE}各县人民政府，市政府各部门：\n\n请落实。\n` },
    { quiet: `${TITLE}各县人民政府、市政府各部门：\n\n请落实。\n` },
    { quiet: `${TITLE}某某集团有限公司 (北京)：\n\n请落实。\n` },
  ],
  visit: {
    addressee(element, { report }) {
      for (const line of element.lines ?? (element.at ? [element.at] : [])) {
        const match = /[；;]\s{0,2}|(?<=\p{Script=Han})[ \u3000]{1,4}(?=\p{Script=Han}{3})/u.exec(textAt(line))
        if (!match) continue
        const at = within(line, match.index, match.index + match[0].length)
        report({
          at,
          message: message(
            '主送机关之间，同一类用顿号，类与类之间用逗号，不用“{0}”。',
            match[0].trim() || message('空格'),
          ),
          fixes: [replaceBy('suggestion', at.span, '，')],
        })
      }
    },
  },
})
