import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** 　 behind a mark separates names in lists and is left alone; 年 月 日 are left to be filled in. */
const BEFORE = /(?<=[\p{Script=Han}0-9A-Za-z”》）])[ \u00a0]{1,4}(?=[，。；：、！？）》”])/gu
const BEHIND = /(?<=[，。；、！？（《“])[ \u00a0]{1,4}(?=[\p{Script=Han}0-9“《（](?![ \u00a0]))/gu

/** 中文标点前后不留空格。 */
export default rule({
  id: 'punc-space',
  name: '标点前后不留空格',
  group: '标点',
  clause: 'GB/T 15834—2011 5.1',
  strength: '规定',
  severity: 'info',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  many: 3,
  triggers: ' \u00a0',
  examples: [
    { bad: '请各单位 ，抓紧落实。 逾期通报。\n', good: '请各单位，抓紧落实。逾期通报。\n', reports: 2 },
    { quiet: '请各单位抓紧落实。逾期通报。\n' },
    { quiet: '出席：张　三、李　四；落款（ 年 月 日）。\n' },
    { quiet: '第一条 本办法适用于 Windows 系统。\n' },
  ],
  visit: {
    text(line, context) {
      before(line, context)
      behind(line, context)
    },
  },
})

const before = eachMatch(BEFORE, () => SAID)

const behind = eachMatch(BEHIND, () => SAID)

const SAID = {
  message: message('中文标点前后不留空格（GB/T 15834—2011 5.1）。'),
  instead: '',
  fix: 'safe',
} as const
