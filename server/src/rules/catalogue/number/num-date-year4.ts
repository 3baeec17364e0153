import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** What follows a year and not a span of years. */
const MOMENT =
  '(?=年(?:底|初(?![步级期])|末(?!期)|年中|上半年|下半年|[0-9]{1,2}月(?!份?以上)|第?[一二三四]季度|秋季|春季))'
const ARABIC = new RegExp(
  `(?<![0-9０-９第近达满历约共每服刑超过余〔（(\\-~～—–至到.A-Za-z])[’'‘]?([0-9]{2})${MOMENT}`,
  'g',
)
/** A sentence that begins in the century before: 98年以来. */
const SINCE = /(?<=^\s{0,4}|[，。；自从])([89][0-9])(?=年以来)/g
const CHINESE = new RegExp(
  `(?<![一二三四五六七八九〇○零十百千第近达满历])([五六七八九〇零][〇○零一二三四五六七八九])${MOMENT.replace('[0-9]{1,2}月', '(?:十[一二]?|[一二三四五六七八九])月')}`,
  'g',
)

/** 年份写四位数字。 */
export default rule({
  id: 'num-date-year4',
  name: '年份写四位',
  group: '数字',
  clause: 'GB/T 15835—2011 5.1.4',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '年',
  examples: [
    { bad: '工程自21年底开工，23年6月完工。\n', good: '工程自2021年底开工，2023年6月完工。\n', reports: 2 },
    { bad: '该厂九八年底改制。\n', reports: 1 },
    { quiet: '工程自2021年底开工，2023年6月完工。\n' },
    { bad: '98年以来，先后建成学校12所。\n', good: '1998年以来，先后建成学校12所。\n', reports: 1 },
    { quiet: '改革开放40年以来，近10年以来，工作30年来。\n' },
    { quiet: '合同期10年，服务满20年以上，处12年6个月有期徒刑。\n' },
    { quiet: '2016—20年完成，四十年初步探索。\n' },
  ],
  visit: {
    text(line, context) {
      arabic(line, context)
      since(line, context)
      chinese(line, context)
    },
  },
})

const arabic = eachMatch(ARABIC, inFull)

const since = eachMatch(SINCE, inFull)

function inFull([whole, year = '']: RegExpExecArray) {
  const full = `${year < '50' ? '20' : '19'}${year}`
  return {
    message: message('年份不简写，“{0}年”应当写四位数字，如“{1}年”（GB/T 15835—2011 5.1.4）。', whole, full),
    instead: full,
  }
}

const chinese = eachMatch(CHINESE, ([whole]) => ({
  message: message('年份不简写，“{0}年”应当写四位数字（GB/T 15835—2011 5.1.4）。', whole),
}))
