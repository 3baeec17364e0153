import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const ORDINALS = [
  ...['首先', '其次', '再次', '最后'],
  ...[...'一二三四五'].map((number) => `其${number}`),
  ...[...'一二三四五六七八九十'].map((number) => `第${number}`),
]
const ORDINAL = new RegExp(
  `(?<=^\\s{0,4}|[。；：！？])(?:${ORDINALS.join('|')})、(?!第?[一二三四五六七八九十0-9]|其次|再次|最后|其[一二三四五])`,
  'g',
)

/** “首先”“第一”“其一”后面用逗号。 */
export default rule({
  id: 'punc-ordinal-comma',
  name: '首先第一后用逗号',
  group: '标点',
  clause: 'GB/T 15834—2011 附录B.3.1',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: ORDINALS.map((ordinal) => `${ordinal}、`),
  examples: [
    { bad: '首先、要摸清底数；第二、要落实责任。\n', good: '首先，要摸清底数；第二，要落实责任。\n', reports: 2 },
    { quiet: '首先，要摸清底数；第二，要落实责任。\n' },
    { quiet: '第一、第二产业和第二、三产业协调发展，甲、其一、乙。\n' },
    { quiet: '首先、其次、最后三步依次进行。\n' },
    { quiet: '一、加强领导\n' },
  ],
  visit: {
    text: eachMatch(ORDINAL, ([whole]) => {
      const word = whole.slice(0, -1)
      return {
        message: message('“{0}”表示次序，后面用逗号，不用顿号（GB/T 15834—2011 附录B.3.1）。', word),
        from: whole.length - 1,
        instead: '，',
        fix: 'safe',
      }
    }),
  },
})
