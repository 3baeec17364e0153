import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const BESIDE = /[，、；：。]\/|\/[，、；。]/g

/** 分隔号前后不贴点号。 */
export default rule({
  id: 'punc-slash',
  name: '分隔号不贴点号',
  group: '标点',
  clause: 'GB/T 15834—2011 附录A.14',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '/',
  examples: [
    { bad: '注明甲、/乙方名称。\n', good: '注明甲/乙方名称。\n', reports: 1 },
    { quiet: '注明甲/乙方名称。\n' },
    { quiet: '网址为https://example.cn/，请登录；限速60km/h。\n' },
  ],
  visit: {
    text: eachMatch(BESIDE, (match, text) =>
      // An address may end with a slash.
      /[A-Za-z0-9]$/.test(text.slice(0, match.index))
        ? undefined
        : {
            message: message('分隔号前后不加点号，“{0}”宜写“/”（GB/T 15834—2011 附录A.14）。', match[0]),
            instead: '/',
          },
    ),
  },
})
