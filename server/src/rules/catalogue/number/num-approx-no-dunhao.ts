import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'
import { areNeighbours, COUNTED } from '../../readings/numbers.ts'

const DIGITS = '一二三四五六七八九'
const PAIR = new RegExp(
  `(?<![一二三四五六七八九十百千第附件表图条款项组期、])([${DIGITS}])、([${DIGITS}])(?=[十百千]?${COUNTED})`,
  'g',
)
/** 一、二年级 and 三、四个方面 may list two things instead. */
const LISTS = /^(?:个(?:方面|部分|阶段|环节|步骤|层次|层面|专题|标段)|年级|年生|次[产能设])/

const OF_TEN = /(?<=十之|十有)([七八])、([八九])/g

/** 相邻两数连用表概数，中间不加顿号。 */
export default rule({
  id: 'num-approx-no-dunhao',
  name: '概数中间不加顿号',
  group: '数字',
  clause: 'GB/T 15834—2011 4.5.3.4；GB/T 15835—2011 5.2.1',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: [...DIGITS].map((digit) => `、${digit}`),
  examples: [
    { bad: '工期约三、四个月，需七、八十人。\n', good: '工期约三四个月，需七八十人。\n', reports: 2 },
    { bad: '十之八、九的农户参保。\n', good: '十之八九的农户参保。\n', reports: 1 },
    { quiet: '工期约三四个月，发展二、三产业，检查一、二次设备。\n' },
    { quiet: '三、四个意识教育\n' },
    { quiet: '第三、四个季度，一、三年后复查，八、九月防汛。\n' },
  ],
  visit: {
    text(line, context) {
      pairs(line, context)
      ofTen(line, context)
    },
  },
})

const ofTen = eachMatch(OF_TEN, ([whole, from = '', to = '']) => said(whole, from, to))

const pairs = eachMatch(PAIR, (match, text) => {
  const [whole, from = '', to = ''] = match
  const end = match.index + whole.length
  if (!areNeighbours(DIGITS.indexOf(from) + 1, DIGITS.indexOf(to) + 1)) return undefined
  // At the start of a line it is the ordinal of a heading.
  if (text.slice(0, match.index).trim() === '' || LISTS.test(text.slice(end, end + 4))) return undefined
  return said(whole, from, to)
})

function said(whole: string, from: string, to: string) {
  return {
    message: message('“{0}”表示概数时中间不加顿号，应当写“{1}{2}”（GB/T 15834—2011 4.5.3.4）。', whole, from, to),
    instead: from + to,
  }
}
