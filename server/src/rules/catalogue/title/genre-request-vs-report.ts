import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { matchTitle, titleText } from '../../readings/titleMatch.ts'

/** A report about how an application stands is a report. */
const ASKS =
  /关于(?:申请|请求|恳请|恳求|提请|呈请|要求|请予|申报|增拨|追加)(?!.*(?:情况|结果|进展|工作|问题)的?报告$).*的报告$/

/** 请求指示、批准的事项用请示，不用报告。 */
export default rule({
  id: 'genre-request-vs-report',
  name: '请求事项用请示',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第八条第十项、第十一项，第十五条第四项',
  strength: '规定',
  severity: 'error',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市水务局关于申请购置车辆的报告\n', good: '# 某某市水务局关于申请购置车辆的请示\n', reports: 1 },
    {
      bad: '# 某某县教育局关于请求增拨校舍维修经费的报告\n',
      good: '# 某某县教育局关于请求增拨校舍维修经费的请示\n',
      reports: 1,
    },
    { quiet: '# 某某市水务局关于防汛经费使用情况的报告\n' },
    { quiet: '# 某某市人民政府关于申请项目进展情况的报告\n' },
    { quiet: '# 某某市水务局关于申请购置车辆的请示\n' },
  ],
  visit: {
    title(title, { report }) {
      const found = ASKS.test(titleText(title)) ? matchTitle(title, /(?<=的)报告$/) : undefined
      if (!found) return
      report({
        at: found.at,
        message: message('标题是请求上级批准的事，应当用“请示”；“报告”不得夹带请示事项（《条例》第十五条第四项）。'),
        fixes: found.whole ? [replaceBy('suggestion', found.at.span, '请示')] : [],
      })
    },
  },
})
