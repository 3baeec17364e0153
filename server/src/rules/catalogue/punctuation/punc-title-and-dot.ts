import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** Members of two to four characters of equal length: names of persons are seldom so. */
const LIST =
  /《(?:\p{Script=Han}{2}(?:·\p{Script=Han}{2}){1,6}(?:和|与|及)\p{Script=Han}{2}|\p{Script=Han}{4}(?:·\p{Script=Han}{4}){1,6}(?:和|与|及)\p{Script=Han}{4})》/gu

/** 标题里的并列词语已经用了间隔号，就不再用“和”。 */
export default rule({
  id: 'punc-title-and-dot',
  name: '间隔号与和不并用',
  group: '标点',
  clause: 'GB/T 15834—2011 附录A.12',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '·',
  examples: [
    { bad: '学习《问责·追责和整改》。\n', good: '学习《问责·追责·整改》。\n', reports: 1 },
    { quiet: '学习《问责·追责·整改》。\n' },
    { quiet: '学习《卡尔·马克思和恩格斯传》《清史·列传》。\n' },
  ],
  visit: {
    text: eachMatch(LIST, ([whole]) => {
      const at = whole.search(/[和与及](?=\p{Script=Han}{2,4}》)/u)
      return {
        message: message(
          '并列的词语已经用间隔号隔开，就不再用“{0}”（GB/T 15834—2011 附录A.12）。',
          whole[at] as string,
        ),
        from: at,
        to: at + 1,
        instead: '·',
      }
    }),
  },
})
