import { halfWidth } from '../../../text/cjk.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** １． numbers a heading and stands as often as 1．: it is left to the drafter. */
const DIGITS = /(?<!^\s{0,4})[０-９]+(?:．[０-９]+)?|^\s{0,4}[０-９]+(?![０-９．.、])/g

/** 阿拉伯数字用半角。 */
export default rule({
  id: 'num-fullwidth',
  name: '数字用半角',
  group: '数字',
  clause: 'GB/T 15835—2011 5.1.7',
  strength: '规定',
  severity: 'info',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '０１２３４５６７８９',
  examples: [
    { bad: '２０２６年完成５．５万户改造。\n', good: '2026年完成5.5万户改造。\n', reports: 2 },
    { quiet: '2026年完成5.5万户改造。\n' },
    { quiet: '１．加强领导\n' },
    { quiet: '①加强领导；②落实责任。\n' },
  ],
  visit: {
    text: eachMatch(DIGITS, ([digits]) => {
      const start = digits.length - digits.trimStart().length
      const instead = halfWidth(digits.trimStart()).replaceAll('．', '.')
      return {
        message: message('阿拉伯数字用半角，“{0}”应当写“{1}”（GB/T 15835—2011 5.1.7）。', digits.trimStart(), instead),
        start,
        instead,
        fix: 'safe',
      }
    }),
  },
})
