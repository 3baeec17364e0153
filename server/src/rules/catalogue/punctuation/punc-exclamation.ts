import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** One at the end of a sentence; several in a row have their own rule. Slogans, thanks and wishes have it by right. */
const EXCLAIMED = /(?<![！!])[！!](?![！!=”’》])/g
const BY_RIGHT = /(?:万岁|敬礼|致敬|祝愿?|感谢|哀悼|奋斗|前进|胜利)[^。！!；]{0,12}$/

/** 公文一般不用叹号。 */
export default rule({
  id: 'punc-exclamation',
  name: '公文不用叹号',
  group: '标点',
  clause: '公文标点使用惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '！!',
  examples: [
    { bad: '各单位务必高度重视！\n', good: '各单位务必高度重视。\n', reports: 1 },
    { quiet: '各单位要高度重视。\n' },
    { quiet: '向全体获奖者致以节日的祝贺，伟大的祖国万岁！\n' },
    { quiet: '以“加油！”为主题开展活动。\n' },
  ],
  visit: {
    text: eachMatch(EXCLAIMED, ({ index }, text) =>
      BY_RIGHT.test(text.slice(Math.max(0, index - 24), index))
        ? undefined
        : { message: message('公文语气平实，一般不用叹号，宜用句号。'), instead: '。' },
    ),
  },
})
