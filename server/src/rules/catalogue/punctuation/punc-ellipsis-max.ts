import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const LONG = /(?<!…)…{5,}(?![0-9…])/g

/** 省略号最多连用两个。 */
export default rule({
  id: 'punc-ellipsis-max',
  name: '省略号最多两个',
  group: '标点',
  clause: 'GB/T 15834—2011 附录A.9.1',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '…',
  examples: [
    { bad: '（原文略）……………………下同。\n', good: '（原文略）…………下同。\n', reports: 1 },
    { quiet: '（原文略）…………下同，铁、铜……均须登记。\n' },
    { quiet: '一、总则……………………1\n' },
  ],
  visit: {
    text: eachMatch(LONG, () => ({
      message: message('省略号最多连用两个“…………”，表示一大段省略（GB/T 15834—2011 附录A.9.1）。'),
      instead: '…………',
      fix: 'safe',
    })),
  },
})
