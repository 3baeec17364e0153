import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { within } from '../../place.ts'

/** A term or a deadline that is counted from a day that the reader does not know. */
const RELATIVE =
  /(?:自|从|于|在|到|至|截至|限|请|务必)((?:本|上|下|次|当)(?:月|周|星期|旬|季度)(?:[初中末底]|[一二三四五六日]|上旬|中旬|下旬)?|明天|今天|昨天|后天|近日|日前)(?=起|前|内|之?前|底|开始|报|完成|召开|以前|，)/g

/** A day that only those who talk to one another know: 明天上午. */
const SPOKEN =
  /(?:(?:明|后|昨|前)(?:天|日)(?=[上下中晚]午?|早|召开|举行|开会|报送)|(?:下|本|上)(?:个)?(?:周|星期)[一二三四五六日末](?=[上下中晚]午?|召开|举行|开会|报送|前报))/g

/** 期限写具体日期。 */
export default rule({
  id: 'time-exact',
  name: '时间写具体日期',
  group: '引用与简称',
  clause: '公文写作惯例（结构层次、时间、地点、数量表述准确）',
  strength: '实务',
  severity: 'info',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '月周旬季天日星',
  examples: [
    { bad: '新的收费标准自本月起执行。\n', reports: 1 },
    { bad: '请于下周前报送材料。\n', reports: 1 },
    { bad: '明天上午召开会议，下周五举行培训。\n', reports: 2 },
    { quiet: '新的收费标准自2026年4月1日起执行，于2026年6月底前完成。\n' },
    { quiet: '今年以来，本月产量增长，每月5日前报送上月报表。\n' },
    { quiet: '建设美好的明天，今天的努力；每周五召开例会，光明日报记者采访。\n' },
    { quiet: '补贴从次月起按月发放，自领证当月起计算。\n' },
  ],
  visit: {
    text(line, { report }) {
      for (const { 0: typed, index } of matchesOf(SPOKEN, line.text)) {
        // 光明日报
        if (/^明日/.test(typed) && line.text[index - 1] === '光') continue
        report({
          at: within(line.at, index, index + typed.length),
          message: message('“{0}”要看说话的日子才知道是哪一天，应当写具体的年、月、日。', typed),
        })
      }
      for (const match of matchesOf(RELATIVE, line.text)) {
        const typed = match[1] as string
        // 次月、当月 count from what the sentence names.
        if (/^[次当]/.test(typed)) continue
        const start = match.index + match[0].length - typed.length
        report({
          at: within(line.at, start, start + typed.length),
          message: message('“{0}”要看印发的日子才知道是哪一天，期限宜写具体的年、月、日。', typed),
        })
      }
    },
  },
})
