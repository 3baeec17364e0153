import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const STACK = /[！!]{2,}|[？?]{2,}|[！？!?]{4,}/g

/** 公文里问号、叹号不叠用。 */
export default rule({
  id: 'punc-stack-limit',
  name: '叹号问号不叠用',
  group: '标点',
  clause: 'GB/T 15834—2011 4.2.3.3、4.3.3.2',
  strength: '推荐',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '！？!?',
  examples: [
    { bad: '务必抓紧整改！！！\n', good: '务必抓紧整改！\n', reports: 1 },
    { bad: '责任为何不落实？？\n', good: '责任为何不落实？\n', reports: 1 },
    { quiet: '务必抓紧整改！责任为何不落实？\n' },
    { quiet: '如何处理？！由会议研究决定。\n' },
  ],
  visit: {
    text: eachMatch(STACK, ([marks]) => ({
      message: message('公文里不叠用“{0}”，用一个就够了（GB/T 15834—2011 4.2.3.3、4.3.3.2）。', marks),
      instead: /[？?]/.test(marks) ? '？' : '！',
    })),
  },
})
