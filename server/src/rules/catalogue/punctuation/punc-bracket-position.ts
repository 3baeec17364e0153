import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const INSIDE = /（[^（）。]{1,60}(。)）(?=[，；、。：]|[一-龥])/g
const OUTSIDE = /。（((?:详)?见附件[^（）。]{0,12})）$/g

/** 句内括号末尾不用句号，注释全句的放在句号前面。 */
export default rule({
  id: 'punc-bracket-position',
  name: '括号与句号的位置',
  group: '标点',
  clause: 'GB/T 15834—2011 附录A.8、B.2.2',
  strength: '推荐',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '（',
  examples: [
    { bad: '各单位（含直属机构。）要抓紧办理。\n', good: '各单位（含直属机构）要抓紧办理。\n', reports: 1 },
    { bad: '请按要求报送材料。（见附件1）\n', good: '请按要求报送材料（见附件1）。\n', reports: 1 },
    { quiet: '各单位（含直属机构）要抓紧办理。（此件公开发布）\n' },
    { quiet: '请按要求报送。（报送前请核对。可以电话联系。）\n' },
  ],
  visit: {
    text(line, context) {
      inside(line, context)
      outside(line, context)
    },
  },
})

const inside = eachMatch(INSIDE, ([whole]) => ({
  message: message('句子里的括号，末尾不用句号（GB/T 15834—2011 附录A.8）。'),
  from: whole.length - 2,
  to: whole.length - 1,
  instead: '',
}))

const outside = eachMatch(OUTSIDE, ([, note = '']) => ({
  message: message('括号说明的是这一句，放在句号前面，宜写“（{0}）。”（GB/T 15834—2011 附录B.2.2）。', note),
  instead: `（${note}）。`,
}))
