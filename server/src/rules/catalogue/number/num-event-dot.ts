import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const EVENT =
  '(?=活动|运动|事件|事故|事变|案(?!例)|专案|地震|大地震|惨案|大火|爆炸|火灾|洪灾|矿难|国际消费者|消费者权益|晚会|特大|重大)'
const ARABIC = new RegExp(
  `(?<=[“"])([0-9]{1,2})[.．](?=[0-9]{1,2}[”"]${EVENT})|(?<=[“"])([0-9]{3,4})(?=[”"]${EVENT})`,
  'g',
)
const DOTTED =
  /(?<=[“"])([二三四五六七八九十])[·.．•](?=[一二三四五六七八九十]{1,3}[”"](?:期间|黄金周|假期|长假|节|运动|事变|事件|惨案|讲话|青年节|劳动节|国际))/g
const UNDOTTED = /(?<=[“"])(?:一二[八九一])(?=[”"](?:运动|事变|惨案))/g
/** 一二 is the twelfth month in two of them and the first in the third: nothing but the event tells. */
const NAMED: Readonly<Record<string, string>> = { 一二九: '一二·九', 一二八: '一·二八', 一二一: '一二·一' }
/** Telephone numbers that give campaigns their names. */
const CALLS = new Set(['110', '119', '120', '122', '1000', '1200'])

/** 用月日命名的事件：阿拉伯数字中间加间隔号，汉字只在一、十一、十二月后加。 */
export default rule({
  id: 'num-event-dot',
  name: '月日事件的间隔号',
  group: '数字',
  clause: 'GB/T 15834—2011 4.14.3.5；GB/T 15835—2011 5.1.6',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '“"',
  examples: [
    { bad: '开展“315”活动，通报“11.20”火灾情况。\n', good: '开展“3·15”活动，通报“11·20”火灾情况。\n', reports: 2 },
    { bad: '纪念“五·四”运动、“一二九”运动。\n', good: '纪念“五四”运动、“一二·九”运动。\n', reports: 2 },
    { quiet: '开展“3·15”活动，纪念“五四”运动、“一二·九”运动。\n' },
    { quiet: '开展“119”活动和“365”活动，办好“12345”热线，落实“1234”工作法。\n' },
  ],
  visit: {
    text(line, context) {
      arabic(line, context)
      dotted(line, context)
      undotted(line, context)
    },
  },
})

const arabic = eachMatch(ARABIC, (match, text) => {
  const [whole, month, digits] = match
  if (month !== undefined) return said(`${whole}`, `${month}·`)
  if (digits === undefined || CALLS.has(digits)) return undefined
  const end = text.slice(match.index + digits.length, match.index + digits.length + 1)
  const day = split(digits)
  return day && end !== '' ? said(digits, day) : undefined
})

const dotted = eachMatch(DOTTED, ([whole, month = '']) => said(whole, month))

const undotted = eachMatch(UNDOTTED, ([name]) => said(name, NAMED[name] ?? name))

/** 315 and 1120 as month and day; undefined when there is no such day or two of them. */
function split(digits: string): string | undefined {
  const days = [1, 2].flatMap((length) => {
    const month = digits.slice(0, length)
    const day = digits.slice(length)
    return isDay(month, 12) && isDay(day, 31) ? [`${month}·${day}`] : []
  })
  return days.length === 1 ? days[0] : undefined
}

function isDay(digits: string, most: number): boolean {
  return /^[1-9][0-9]?$/.test(digits) && Number(digits) <= most
}

function said(written: string, instead: string) {
  return {
    message: message(
      '月日构成的名称：阿拉伯数字中间加间隔号，汉字只在一、十一、十二月后加，“{0}”应当写“{1}”（GB/T 15834—2011 4.14.3.5）。',
      written,
      instead,
    ),
    instead,
  }
}
