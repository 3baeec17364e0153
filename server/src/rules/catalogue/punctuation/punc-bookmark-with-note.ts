import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const NOTED = /》（[^（）《》]{1,40}）(?=《)/g

/** 并列书名号之间插有括注时用顿号。 */
export default rule({
  id: 'punc-bookmark-with-note',
  name: '书名号带括注用顿号',
  group: '标点',
  clause: 'GB/T 15834—2011 4.5.3.5',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '》',
  examples: [
    {
      bad: '执行《甲办法》（2020年修订）《乙办法》。\n',
      good: '执行《甲办法》（2020年修订）、《乙办法》。\n',
      reports: 1,
    },
    { quiet: '执行《甲办法》（2020年修订）、《乙办法》。\n' },
    { quiet: '执行《甲办法》《乙办法》（2020年修订）和《丙办法》。\n' },
  ],
  visit: {
    text: eachMatch(NOTED, ([whole]) => ({
      message: message('并列的书名号之间插有括注时，宜用顿号隔开（GB/T 15834—2011 4.5.3.5）。'),
      from: whole.length,
      instead: '、',
    })),
  },
})
