import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const TWICE =
  /(?:强调|指出|要求|认为|提出|决定|明确|规定|通知如下|如下)：[^。！？；：“”\n]{0,40}(?:如下|要求|几点|事项|意见|包括|方面|(?:以下|下列)[^。！？；：“”\n]{1,10})：/g

/** 一个句子里不套用冒号。 */
export default rule({
  id: 'punc-colon-double',
  name: '句内不套用冒号',
  group: '标点',
  clause: 'GB/T 15834—2011 4.7.3.5',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '：',
  examples: [
    { bad: '会议强调：当前工作要求如下：\n', good: '会议强调，当前工作要求如下：\n', reports: 1 },
    { bad: '会议强调：当前要抓好以下工作：\n', good: '会议强调，当前要抓好以下工作：\n', reports: 1 },
    { quiet: '会议强调，当前工作要求如下：\n' },
    { quiet: '会议强调：抓紧整改。联系方式如下：\n' },
    { quiet: '联系人：张某某，电话：（010）1234，意见：同意。\n' },
  ],
  visit: {
    text: eachMatch(TWICE, ([whole]) => {
      const first = whole.indexOf('：')
      return {
        message: message('一个句子里一般不套用冒号，前一个宜改用逗号（GB/T 15834—2011 4.7.3.5）。'),
        from: first,
        to: first + 1,
        instead: '，',
      }
    }),
  },
})
