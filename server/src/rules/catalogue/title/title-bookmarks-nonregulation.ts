import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { matchTitle } from '../../readings/titleMatch.ts'

const MARKED = /(?<=印发)《([^《》〈〉]{2,60}(?:方案|要点|计划|总结|安排|意见|措施|清单|分工))》(?=的通知$)/

/** 印发方案、要点、计划等一般不加书名号；各地两种写法都有，只作提示。 */
export default rule({
  id: 'title-bookmarks-nonregulation',
  name: '非法规文件的书名号',
  group: '文种与标题',
  clause: '公文标题惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府关于印发《某某市防汛工作要点》的通知\n',
      good: '# 某某市人民政府关于印发某某市防汛工作要点的通知\n',
      reports: 1,
    },
    { quiet: '# 某某市人民政府关于印发某某市防汛工作要点的通知\n' },
    { quiet: '# 某某市人民政府关于印发《某某市防汛管理办法》的通知\n' },
    { quiet: '# 某某市人民政府关于贯彻《某某省防汛工作要点》的通知\n' },
  ],
  visit: {
    title(title, { report }) {
      const found = matchTitle(title, MARKED)
      if (!found) return
      report({
        at: found.at,
        message: message(
          '{0}不是法规、规章，标题里一般不加书名号，写“印发{1}的通知”。',
          found.match[0],
          found.match[1] as string,
        ),
        fixes: found.whole ? [replaceBy('suggestion', found.at.span, found.match[1] as string)] : [],
      })
    },
  },
})
