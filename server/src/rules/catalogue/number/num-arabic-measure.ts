import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'
import { readQuantity } from '../../numbers.ts'

const PERCENT =
  /百分之([一二两三四五六七八九十百零〇]{1,7}(?:点[一二三四五六七八九〇零]{1,4})?)(?![一二两三四五六七八九十百零〇几点])/g
/** Laws and rules write 百分之五十 in their articles. */
const ARTICLE = /^[“\s]{0,4}第[一二三四五六七八九十百零〇]{1,6}[条章节]/
const INTENT = /百分之百/

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
    { bad: '补助比例不超过百分之五十。\n', good: '补助比例不超过50%。\n', reports: 1 },
    { quiet: '财政收入增长12.5%。\n' },
    { quiet: '第八条　补助比例不超过百分之五十。\n' },
    { quiet: '做到百分之百满意，提高几个百分点。\n' },
  ],
  visit: {
    text: eachMatch(PERCENT, ([whole, number = ''], text) => {
      if (INTENT.test(whole) || ARTICLE.test(text.slice(0, 16))) return undefined
      const value = readQuantity(number)
      if (value === undefined) return undefined
      return {
        message: message('统计用的数用阿拉伯数字，“{0}”宜写“{1}%”（GB/T 15835—2011 4.1.1）。', whole, value),
        instead: `${value}%`,
      }
    }),
  },
})
