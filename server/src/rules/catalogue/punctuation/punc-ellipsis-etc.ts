import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const BOTH =
  /(?<=(?<![一二三四五六七八九优高中劣平同])等)(?:…{1,4}|\.{3,6}|。{3,6})|(?:…{1,4}|\.{3,6}|。{3,6})(?=等(?![级额待候于同]))/g

/** 省略号和“等”不并用。 */
export default rule({
  id: 'punc-ellipsis-etc',
  name: '省略号与等不并用',
  group: '标点',
  clause: 'GB/T 15834—2011 附录A.9.2',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '等',
  examples: [
    { bad: '包括铁、铜、铝等……均须登记。\n', good: '包括铁、铜、铝等均须登记。\n', reports: 1 },
    { bad: '包括铁、铜、铝……等金属。\n', good: '包括铁、铜、铝等金属。\n', reports: 1 },
    { quiet: '包括铁、铜、铝……均须登记，铁、铜等金属另行登记。\n' },
    { quiet: '依次为甲等……等级由专家评定。\n' },
  ],
  visit: {
    text: eachMatch(BOTH, ([dots], text) =>
      /[甲乙丙]等…/.test(text)
        ? undefined
        : {
            message: message('省略号和“等”不并用，留一个即可，“{0}”可以删去（GB/T 15834—2011 附录A.9.2）。', dots),
            instead: '',
            fix: 'safe',
          },
    ),
  },
})
