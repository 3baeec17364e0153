import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'
import { areNeighbours, COUNTED, chineseDigit } from '../../readings/numbers.ts'

const NEIGHBOURS = new RegExp(`(?<![0-9０-９A-Za-z.．、，第附件表图条款项])([1-9])、([1-9])(?=${COUNTED})`, 'g')
const SOME = /(?<![0-9A-Za-z.])([1-9])([0十])?几(?=[个人名户家天年次件台万亿元岁里公多])/g

/** 相邻两数连用或者带“几”的概数用汉字。 */
export default rule({
  id: 'num-approx-hanzi',
  name: '概数用汉字',
  group: '数字',
  clause: 'GB/T 15835—2011 4.2.2',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: ['几', ...[...'123456789'].map((digit) => `、${digit}`)],
  examples: [
    { bad: '预计3、4天完成，约需7、8个人。\n', good: '预计三四天完成，约需七八个人。\n', reports: 2 },
    { bad: '参加人员有20几人。\n', good: '参加人员有二十几人。\n', reports: 1 },
    { quiet: '预计三四天完成，二十几人参加。\n' },
    { quiet: '检查第3、4项和3、4月报表，涉及1、2号楼，见附件3、4。\n' },
    { quiet: '3、5天各检查一次，分别为2、3级。\n' },
  ],
  visit: {
    text(line, context) {
      neighbours(line, context)
      some(line, context)
    },
  },
})

const neighbours = eachMatch(NEIGHBOURS, (match, text) => {
  const [whole, from = '', to = ''] = match
  if (!areNeighbours(Number(from), Number(to)) || /^[0-9、\s]{0,8}$/.test(text.slice(0, match.index))) return undefined
  const instead = chineseDigit(Number(from)) + chineseDigit(Number(to))
  return {
    message: message('相邻两个数连用表示概数，用汉字，“{0}”应当写“{1}”（GB/T 15835—2011 4.2.2）。', whole, instead),
    instead,
  }
})

const some = eachMatch(SOME, ([whole, tens = '', ten]) => {
  if (ten === undefined) return undefined
  const instead = `${tens === '1' ? '' : chineseDigit(Number(tens))}十几`
  return {
    message: message('带“几”的概数用汉字，“{0}”应当写“{1}”（GB/T 15835—2011 4.2.2）。', whole, instead),
    instead,
  }
})
