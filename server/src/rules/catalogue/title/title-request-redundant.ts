import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { matchTitle } from '../../readings/titleMatch.ts'

/** 关于 and a word of asking, with 批准 or the like behind it. */
const TWICE =
  /(?<=关于)(?:(?:要求|请求|恳请)(?:予以)?(?:批准|审批|批复|核准)?|(?:申请|提请|报请)(?:予以)?(?:批准|审批|批复|核准)|请(?:予)?(?:批准|审批|批复))(?!报告|人|表|书|材料|条件|权)(?=.{2,60}的请示(?:报告)?$)/

/** A 报告 is a report upward: 关于上报…的报告 says so twice. */
const REPORTED = /(?<=关于)(?:上报|汇报|呈报)(?!人|表|书|材料|制度|系统|平台)(?=.{2,60}的报告$)/

/** 请示标题不再写“要求批准”“请求”“申请”。 */
export default rule({
  id: 'title-request-redundant',
  name: '请示标题不重复请求',
  group: '文种与标题',
  clause: '公文标题惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某公司关于要求批准建造冷库的请示\n', good: '# 某某公司关于建造冷库的请示\n', reports: 1 },
    {
      bad: '# 某某县教育局关于请求解决校舍维修经费的请示\n',
      good: '# 某某县教育局关于解决校舍维修经费的请示\n',
      reports: 1,
    },
    {
      bad: '# 某某局关于上报防汛情况的报告\n',
      good: '# 某某局关于防汛情况的报告\n',
      reports: 1,
    },
    { quiet: '# 某某局关于汇报材料报送情况的报告\n' },
    { quiet: '# 某某公司关于建造冷库的请示\n' },
    { quiet: '# 某某公司关于申请设立分公司的请示\n' },
    { quiet: '# 某某公司关于请求权基础问题的请示\n' },
    { quiet: '# 某某市人民政府关于提请审议规划的议案\n' },
  ],
  visit: {
    title(title, { report }) {
      const asked = matchTitle(title, TWICE)
      const found = asked ?? matchTitle(title, REPORTED)
      if (!found) return
      report({
        at: found.at,
        message: asked
          ? message('“{0}”与“请示”意思重复，请示本来就是请求批准，直接写“关于……的请示”。', found.match[0])
          : message('“{0}”与“报告”意思重复，直接写“关于……的报告”。', found.match[0]),
        fixes: found.whole ? [replaceBy('suggestion', found.at.span, '')] : [],
        ...(asked ? {} : { severity: 'info' as const }),
      })
    },
  },
})
