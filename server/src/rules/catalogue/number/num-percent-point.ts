import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const CHANGE =
  /(?:从|由)[^，。；0-9]{0,8}([0-9]{1,3}(?:\.[0-9]{1,3})?)[%％][^，。；0-9]{0,6}(?:到|至|为)[^，。；0-9]{0,4}([0-9]{1,3}(?:\.[0-9]{1,3})?)[%％]，?[^，。；0-9]{0,8}(?:提高|提升|上升|增长|增加|下降|降低|减少|回落)了?([0-9]{1,3}(?:\.[0-9]{1,3})?)[%％]/g

/** 两个百分数之差是百分点。 */
export default rule({
  id: 'num-percent-point',
  name: '百分点和百分数',
  group: '数字',
  clause: '统计用语惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '%％',
  examples: [
    { bad: '入学率从95%提高到98%，提高3%。\n', good: '入学率从95%提高到98%，提高3个百分点。\n', reports: 1 },
    { quiet: '入学率从95%提高到98%，提高3个百分点。\n' },
    { quiet: '占比由40%上升到50%，增长25%。\n' },
  ],
  visit: {
    text: eachMatch(CHANGE, ([whole, from = '', to = '', change = '']) => {
      if (Math.abs(Math.abs(Number(to) - Number(from)) - Number(change)) > 1e-6) return undefined
      return {
        message: message('{0}%与{1}%相差的是百分点，“{2}%”应当写“{2}个百分点”。', from, to, change),
        start: whole.length - change.length - 1,
        instead: `${change}个百分点`,
      }
    }),
  },
})
