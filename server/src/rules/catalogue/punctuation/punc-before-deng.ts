import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** 等 that ends a list: 等级, 等待 and 等离子 begin another member of it. */
const ETC =
  /、(?=等(?![级待候同效额次值于高温离价比量线份幅闲式闭保号边外身位距张速压积电分差到一渗腰等]|(?:[^，。]{0,2}权))|等等(?!候))/g

/** “等”字前不加顿号。 */
export default rule({
  id: 'punc-before-deng',
  name: '等字前不加顿号',
  group: '标点',
  clause: 'GB/T 15834—2011 附录B.1.2',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '等',
  examples: [
    {
      bad: '检查学校、医院、等场所，登记姓名、住址、等。\n',
      good: '检查学校、医院等场所，登记姓名、住址等。\n',
      reports: 2,
    },
    { quiet: '检查学校、医院等场所。\n' },
    { bad: '粮食、蔬菜、等农产品价格平稳。\n', good: '粮食、蔬菜等农产品价格平稳。\n', reports: 1 },
    { quiet: '采用分级授权、等级评价、等额选举、等待通知的办法。\n' },
  ],
  visit: {
    text: eachMatch(ETC, () => ({
      message: message('“等”字前不加顿号（GB/T 15834—2011 附录B.1.2）。'),
      instead: '',
      fix: 'safe',
    })),
  },
})
