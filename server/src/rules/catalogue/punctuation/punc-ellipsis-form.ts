import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** Dots that lead to a page number or leave room to write in are no ellipsis. */
const DOTS = /\.{3}|。{3}|·{3}|…/
const WRONG =
  /(?<=[\p{Script=Han}”》）、，])(?:\.{3,6}(?![.0-9\s])|。{3,6}(?!。)|·{3,6}(?![·0-9])|…(?!…))|(?<![….。])(?:\.{3}|…)(?=[\p{Script=Han}“《])/gu

/** 省略号是两字宽的六个圆点。 */
export default rule({
  id: 'punc-ellipsis-form',
  name: '省略号的形式',
  group: '标点',
  clause: 'GB/T 15834—2011 4.11.2',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: ['...', '。。。', '···', '…'],
  examples: [
    {
      bad: '铁、铜、铝...均须登记；煤、油。。。另行登记。\n',
      good: '铁、铜、铝……均须登记；煤、油……另行登记。\n',
      reports: 2,
    },
    { bad: '铁、铜、铝…均须登记。\n', good: '铁、铜、铝……均须登记。\n', reports: 1 },
    { quiet: '铁、铜、铝……均须登记。\n' },
    { quiet: '一、总则.......1\n' },
    { quiet: '填写：。。第1页（...）\n' },
  ],
  visit: {
    text(line, context) {
      // Nearly every line has a 。: only dots in a row are worth the pattern.
      if (DOTS.test(line.text)) inRow(line, context)
    },
  },
})

const inRow = eachMatch(WRONG, ([dots]) => ({
  message: message('省略号是两字宽的六个圆点“……”，不用“{0}”（GB/T 15834—2011 4.11.2）。', dots),
  instead: '……',
  fix: 'safe',
}))
