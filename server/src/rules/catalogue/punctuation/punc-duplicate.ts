import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

const POINTS = '，、；：。'
/** Three and more 。 stand for an ellipsis and belong to another rule. */
const REPEATED = /，{2,}|、{2,}|；{2,}|：{2,}|。。(?<!。。。)(?!。)|[，、；][。；](?![。；])|。[，、；](?![。；])/g

/** 同一个点号不重复。 */
export default rule({
  id: 'punc-duplicate',
  name: '点号不重复',
  group: '标点',
  clause: 'GB/T 15834—2011 5.1.1',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: [...POINTS].flatMap((one) => [...POINTS].map((other) => one + other)),
  examples: [
    { bad: '请认真落实，，并及时报告。。\n', good: '请认真落实，并及时报告。\n', reports: 2 },
    { bad: '请认真落实；。并及时报告，。\n', good: '请认真落实。并及时报告。\n', reports: 2 },
    { quiet: '请认真落实，并及时报告。\n' },
    { quiet: '铁、铜、铝……均须登记。\n' },
    { quiet: '铁、铜、铝。。。均须登记。\n' },
    { quiet: '如何处理？！由会议研究决定。\n' },
  ],
  visit: {
    text(line, { report }) {
      for (const match of matchesOf(REPEATED, line.text)) {
        const at = within(line.at, match.index, match.index + match[0].length)
        // Of two different points the stronger one ends the sentence.
        const single = match[0].includes('。') ? '。' : (match[0].at(-1) as string)
        report({
          at,
          message: message('标点“{0}”重复了，应当只写“{1}”（GB/T 15834—2011 5.1.1）。', match[0], single),
          fixes: [replaceBy('safe', at.span, single)],
        })
      }
    },
  },
})
