import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { matchTitle } from '../../readings/titleMatch.ts'

/** “关于对……的批复”两个介词叠用。 */
export default rule({
  id: 'title-guanyu-dui',
  name: '“关于对”不叠用',
  group: '文种与标题',
  clause: '公文标题惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市人民政府关于对增设某某镇的批复\n', good: '# 某某市人民政府关于增设某某镇的批复\n', reports: 1 },
    { quiet: '# 某某市人民政府关于对先进单位予以表扬的通报\n' },
    { quiet: '# 某某市人民政府对某某县增设镇的批复\n' },
  ],
  visit: {
    title(title, { report }) {
      const found = matchTitle(title, /关于对(?=[^的]{2,80}的(?:批复|复函|函|答复)$)/)
      if (!found) return
      report({
        at: found.at,
        message: message('“关于”和“对”用一个就够了，写“关于……的批复”或者“对……的批复”。'),
        fixes: found.whole ? [replaceBy('suggestion', found.at.span, '关于')] : [],
      })
    },
  },
})
