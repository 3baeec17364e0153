import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'
import { readQuantity } from '../../numbers.ts'

/** A figure of statistics stands behind its verb; shares that a rule lays down are written in Chinese as often. */
const PERCENT =
  /(?<=(?:增长|提高|下降|减少|上升|增加|降低|超额|完成|同比|回落|提升|达到)[^，。；0-9]{0,2})百分之([一二两三四五六七八九十百零〇]{1,7}(?:点[一二三四五六七八九〇零]{1,4})?)(?![一二两三四五六七八九十百零〇几点]|以[上下内]|至|到|的)/g

/** 统计用的百分数用阿拉伯数字。 */
export default rule({
  id: 'num-arabic-measure',
  name: '百分数用阿拉伯数字',
  group: '数字',
  clause: 'GB/T 15835—2011 4.1.1',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '百',
  examples: [
    { bad: '财政收入增长百分之十二点五。\n', good: '财政收入增长12.5%。\n', reports: 1 },
    { bad: '城镇化率达到百分之六十三。\n', good: '城镇化率达到63%。\n', reports: 1 },
    { quiet: '财政收入增长12.5%。\n' },
    { quiet: '补助比例不超过百分之五十，处价款百分之五以上百分之十以下罚款。\n' },
    { quiet: '做到百分之百满意，提高几个百分点。\n' },
  ],
  visit: {
    text: eachMatch(PERCENT, ([whole, number = '']) => {
      const value = readQuantity(number)
      if (value === undefined || value === '100') return undefined
      return {
        message: message('统计用的数用阿拉伯数字，“{0}”宜写“{1}%”（GB/T 15835—2011 4.1.1）。', whole, value),
        instead: `${value}%`,
      }
    }),
  },
})
