import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'
import { readQuantity } from '../../readings/numbers.ts'

/** A figure of statistics stands behind its verb; shares that a rule lays down are written in Chinese as often. */
const PERCENT =
  /(?<=(?:增长|提高|下降|减少|上升|增加|降低|超额|完成|同比|回落|提升|达到)[^，。；0-9]{0,2})百分之([一二两三四五六七八九十百零〇]{1,7}(?:点[一二三四五六七八九〇零]{1,4})?)(?![一二两三四五六七八九十百零〇几点]|以[上下内]|至|到|的)/g

/** Elsewhere it may be a rule: those of statutes, of fines and of shares are left alone. */
const ELSEWHERE =
  /(?<=(?:约|占|有|在|为|仅|共|近|率|的)(?:[^，。；：“”0-9]{0,3}))百分之([一二两三四五六七八九十零〇]{1,5}(?:点[一二三四五六七八九〇零]{1,4})?)(?![一二两三四五六七八九十百零〇几点至到])(?!以[上下][^，。；]{0,12}(?:罚款|处罚|表决|通过|同意)|的(?:罚款|标准|比例|股|表决))/g
const STATUTE = /^\s{0,4}第[一二三四五六七八九十百零]{1,6}条/

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
    { bad: '全县有百分之六十五的村通了公路。\n', good: '全县有65%的村通了公路。\n', reports: 1 },
    { quiet: '财政收入增长12.5%。\n' },
    { quiet: '第十条　对在规定期限内缴纳的，按照应纳税额的百分之十给予奖励。\n' },
    { quiet: '补助比例不超过百分之五十，处价款百分之五以上百分之十以下罚款。\n' },
    { quiet: '做到百分之百满意，提高几个百分点。\n' },
  ],
  visit: {
    text(line, context) {
      inStatistics(line, context)
      if (!STATUTE.test(line.text)) elsewhere(line, context)
    },
  },
})

const inStatistics = eachMatch(PERCENT, ([whole, number = '']) => said(whole, number))

const elsewhere = eachMatch(ELSEWHERE, ({ 0: whole, 1: number = '', index }, text) => {
  const known = matchesOf(PERCENT, text).some((match) => match.index === index)
  const remark = known ? undefined : said(whole, number)
  return remark && { ...remark, severity: 'hint' as const }
})

function said(whole: string, number: string) {
  const value = readQuantity(number)
  if (value === undefined || value === '100') return undefined
  return {
    message: message('统计用的数用阿拉伯数字，“{0}”宜写“{1}%”（GB/T 15835—2011 4.1.1）。', whole, value),
    instead: `${value}%`,
  }
}
