import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const TYPED = /《([^《》]{2,16})(杂志|期刊|报纸|一书|画册|电视剧|纪录片)》/g

/** 表示类别的普通名词放在书名号外面。 */
export default rule({
  id: 'punc-bookmark-type-word',
  name: '书名号不含类别词',
  group: '标点',
  clause: 'GB/T 15834—2011 附录A.13.3',
  strength: '规定',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '《',
  examples: [
    {
      bad: '征订《半月评论杂志》，阅读《法治通论一书》。\n',
      good: '征订《半月评论》杂志，阅读《法治通论》一书。\n',
      reports: 2,
    },
    { quiet: '征订《半月评论》杂志和《某某日报》。\n' },
    { quiet: '印发《杂志出版管理办法》，观看《纪录片》栏目。\n' },
  ],
  visit: {
    text: eachMatch(TYPED, ([whole, name = '', kind = '']) => ({
      message: message('“{0}”表示类别，放在书名号外面，宜写“《{1}》{0}”（GB/T 15834—2011 附录A.13.3）。', kind, name),
      from: whole.length - kind.length - 1,
      instead: `》${kind}`,
    })),
  },
})
