import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** 等 that ends a list: 等级, 等待 and 等离子 begin another member of it. */
const ETC =
  /、(?=等(?:等(?!候)|[，。；）》”]|$|[0-9一二两三四五六七八九十几多各]|地(?!面)|单位|方面|部门|有关|相关|问题|情况|工作|内容|领域|人员|人(?=[，。参出等])|同志|国家|省|市|县|行业|环节|形式|方式|措施|材料|项目|重点|企业|机构|组织|活动|场所|设施|产业|资料|手段|因素|原因|任务|制度))/g

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
