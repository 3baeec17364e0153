import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** A title that asks, followed by a question mark although the sentence goes on. */
const ASKING =
  /《((?:怎么办|为什么|怎样|如何|谁|什么|何以|能否|哪里|我们为)[^《》]{0,20}|[^《》]{1,20}(?:怎么办|为什么|吗|呢))》([？?])(?=[一-龥，、《])/g

/** 属于书名的问号、叹号放在书名号里面。 */
export default rule({
  id: 'punc-bookmark-end-mark',
  name: '书名末的问号在里面',
  group: '标点',
  clause: 'GB/T 15834—2011 附录A.13.5',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '》',
  examples: [
    {
      bad: '观看专题片《安全生产怎么办》？并组织讨论。\n',
      good: '观看专题片《安全生产怎么办？》并组织讨论。\n',
      reports: 1,
    },
    { quiet: '观看专题片《安全生产怎么办？》并组织讨论。\n' },
    { quiet: '是否已经学习《如何开好民主生活会》？\n' },
  ],
  visit: {
    text: eachMatch(ASKING, ([whole]) => ({
      message: message('问号属于书名，放在书名号里面（GB/T 15834—2011 附录A.13.5）。'),
      from: whole.length - 2,
      instead: '？》',
    })),
  },
})
