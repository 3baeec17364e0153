import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const RUXIA =
  /(?:通知|报告|批复|公告|通告|决定|函复|答复|安排|规定|意见|通报|请示|汇报|说明|要求|公布|提示|函告|函商|规定)如下([。，；,;])$/g

/** “如下”引出下文时用冒号。 */
export default rule({
  id: 'punc-ruxia-colon',
  name: '如下后面用冒号',
  group: '标点',
  clause: 'GB/T 15834—2011 4.7.3.1',
  strength: '实务',
  severity: 'hint',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '如',
  examples: [
    { bad: '现将有关事项通知如下。\n', good: '现将有关事项通知如下：\n', reports: 1 },
    { quiet: '现将有关事项通知如下：\n' },
    { quiet: '具体安排如下表。\n' },
    { quiet: '如下达计划有误，请及时反馈。\n' },
  ],
  visit: {
    text: eachMatch(RUXIA, ([whole, mark = '']) => ({
      message: message('“如下”引出下文，后面宜用冒号，不用“{0}”（GB/T 15834—2011 4.7.3.1）。', mark),
      from: whole.length - 1,
      instead: '：',
      fix: 'safe',
    })),
  },
})
