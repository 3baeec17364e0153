import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { matchTitle, titleText } from '../../readings/titleMatch.ts'

const SAME = /的(通知|通报|批复|请示|决定)的(?:\1的)?(\1)$/
/** A reply or a request that is not forwarded, carried out or dealt with is told of by itself. */
const FOREIGN = /(批复|请示|复函)的(通知|通报|报告)$/
const HANDLES = /转发|批转|印发|传达|贯彻|落实|执行|学习|废止|修改|撤销|办理|答复|规范|报送|上报|呈报|公布/
const QUOTED = /(?<=转发[^《〈]{0,40})[《〈](?=.*(?:的通知[》〉]的通知)$)/

/** 标题里文种不重叠：通知的通知、批复的通知。 */
export default rule({
  id: 'title-genre-stacking',
  name: '标题文种不重叠',
  group: '文种与标题',
  clause: '公文标题惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某局关于转发省厅关于年检的通知的通知\n', good: '# 某某局关于转发省厅关于年检的通知\n', reports: 1 },
    { bad: '# 某某局关于某某同志任职批复的通知\n', reports: 1 },
    { bad: '# 某某局关于转发《某某省财政厅关于调整标准的通知》的通知\n', reports: 1 },
    { quiet: '# 某某局转发省厅关于年检的通知\n' },
    { quiet: '# 某某市人民政府办公室印发关于防汛工作意见的通知\n' },
    { quiet: '# 某某局转发省厅关于某某项目批复的通知\n' },
    { quiet: '# 某某局关于贯彻《某某省财政厅关于调整标准的通知》的通知\n' },
    { quiet: '# 某某市人民政府关于某某县请示的批复\n' },
  ],
  visit: {
    title(title, { report }) {
      const text = titleText(title)
      const twice = matchTitle(title, SAME)
      const found = twice ?? (HANDLES.test(text) ? undefined : matchTitle(title, FOREIGN))
      if (found) {
        report({
          at: found.at,
          message: message(
            '“{0}”文种重叠，只留一个文种：转发的写“转发……的{1}”，答复、告知的直接写事由。',
            found.match[0],
            found.match[2] as string,
          ),
          fixes: twice?.whole ? [replaceBy('suggestion', twice.at.span, `的${twice.match[2]}`)] : [],
        })
        return
      }
      const quoted = matchTitle(title, QUOTED)
      if (!quoted) return
      report({
        at: quoted.at,
        message: message('转发通知的标题一般省去重复的文种和书名号，写“转发……关于……的通知”。'),
        severity: 'info',
      })
    },
  },
})
