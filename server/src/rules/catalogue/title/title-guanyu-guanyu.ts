import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { matchTitle, titleText } from '../../readings/titleMatch.ts'

/** 标题里“关于”不重叠；书名号里的不算，一般的转发标题两个“关于”只作提示。 */
export default rule({
  id: 'title-guanyu-guanyu',
  name: '标题“关于”不重叠',
  group: '文种与标题',
  clause: '公文标题惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某县人民政府关于转发关于加强值班工作的通知\n',
      good: '# 某某县人民政府转发关于加强值班工作的通知\n',
      reports: 1,
    },
    { bad: '# 某某县财政局关于转发省财政厅关于转发财政部关于调整标准的通知\n', reports: 1 },
    { bad: '# 某某县人民政府关于印发省政府关于防汛工作安排的通知\n', reports: 1 },
    { quiet: '# 某某县人民政府转发省政府办公厅关于加强值班工作的通知\n' },
    { quiet: '# 某某县人民政府关于贯彻《某某省人民政府关于加强值班工作的意见》的通知\n' },
  ],
  visit: {
    title(title, { report }) {
      const text = titleText(title).replace(/《[^》]*》|〈[^〉]*〉|“[^”]*”/g, '')
      const count = text.split('关于').length - 1
      const adjacent = matchTitle(title, /关于(?:转发|印发|批转)(?=关于)/)
      if (count < 2) return
      const found = adjacent ?? matchTitle(title, /(?<=关于.*)关于/)
      if (!found) return
      const severity = adjacent || count > 2 ? {} : { severity: 'hint' as const }
      report({
        at: found.at,
        message: message(
          '标题里有{0}个“关于”，读来拗口；转发、印发前的“关于”一般省去，写“转发……关于……的通知”。',
          count,
        ),
        fixes: adjacent?.whole
          ? [replaceBy('suggestion', adjacent.at.span, adjacent.match[0].slice('关于'.length))]
          : [],
        ...severity,
      })
    },
  },
})
