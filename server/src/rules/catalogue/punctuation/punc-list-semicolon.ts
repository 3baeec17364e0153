import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** An item whose own sentences end with 。 A run-in heading before the first 。 is not a sentence of it. */
const ITEM =
  /^\s{0,4}(?:（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}[.．、]|[①-⑳])[^。；]{1,200}。[^。；]{1,200}。[^“”]{1,400}；$/g

/** 分项里面已有句号，末尾就用句号。 */
export default rule({
  id: 'punc-list-semicolon',
  name: '分项末尾的分号',
  group: '标点',
  clause: 'GB/T 15834—2011 附录A.5',
  strength: '规定',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '；',
  examples: [
    {
      bad: '（一）加强领导。成立专班。落实责任；\n（二）抓好宣传。\n',
      good: '（一）加强领导。成立专班。落实责任。\n（二）抓好宣传。\n',
      reports: 1,
    },
    { quiet: '（一）加强领导，成立专班，落实责任；\n（二）抓好宣传。\n' },
    { quiet: '（一）加强领导。成立专班。落实责任。\n' },
    { quiet: '各单位要加强领导。成立专班。落实责任；\n' },
  ],
  visit: {
    text: eachMatch(ITEM, ([whole]) => ({
      message: message('这一项里面已经用了句号，末尾不再用分号，应当用句号（GB/T 15834—2011 附录A.5）。'),
      start: whole.length - 1,
      instead: '。',
    })),
  },
})
