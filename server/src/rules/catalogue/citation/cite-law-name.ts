import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

/** Short names of laws that are unmistakable; 宪法、刑法、民法典 and the 诉讼法 are commonly written without marks. */
const LAWS = [
  '行政处罚法',
  '行政许可法',
  '行政强制法',
  '行政复议法',
  '公务员法',
  '监察法',
  '预算法',
  '审计法',
  '立法法',
  '档案法',
  '劳动法',
  '劳动合同法',
  '安全生产法',
  '消防法',
  '招标投标法',
  '政府采购法',
  '土地管理法',
  '城乡规划法',
  '环境保护法',
  '食品安全法',
  '药品管理法',
  '传染病防治法',
  '突发事件应对法',
  '治安管理处罚法',
  '道路交通安全法',
  '教育法',
  '义务教育法',
  '未成年人保护法',
  '社会保险法',
  '税收征收管理法',
  '会计法',
  '统计法',
  '密码法',
  '网络安全法',
  '数据安全法',
  '个人信息保护法',
  '保守国家秘密法',
  '国家安全法',
  '反垄断法',
  '反不正当竞争法',
  '消费者权益保护法',
  '产品质量法',
  '标准化法',
  '建筑法',
  '水法',
  '森林法',
  '草原法',
  '公路法',
  '铁路法',
  '电力法',
  '乡村振兴促进法',
  '农业法',
  '种子法',
  '兵役法',
  '国防法',
  '英雄烈士保护法',
] as const
const NAMED = new RegExp(
  `(?:根据|依据|依照|按照|违反)(${LAWS.join('|')}|处罚法|许可法)(?=第|的规定|规定|有关|等|，|、|及|和)`,
  'g',
)

/** 法律首次引用写全称、加书名号。 */
export default rule({
  id: 'cite-law-name',
  name: '法律名称用全称',
  group: '引用与简称',
  clause: '公文写作惯例（法律法规首次引用写全称并加书名号）',
  strength: '实务',
  severity: 'info',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: [...LAWS, '处罚法', '许可法'],
  examples: [
    {
      bad: '依据行政处罚法的规定，对当事人予以处罚。\n',
      good: '依据《中华人民共和国行政处罚法》的规定，对当事人予以处罚。\n',
      reports: 1,
    },
    { bad: '根据处罚法第五条执行。\n', reports: 1 },
    { quiet: '依据《中华人民共和国行政处罚法》的规定，对当事人予以处罚。\n' },
    { quiet: '根据行政许可法律制度改革要求，按照统计法治建设安排推进。\n' },
    { quiet: '根据宪法和有关法律作出决定，按照工作方法执行。\n' },
  ],
  visit: {
    text(line, { report }) {
      for (const match of matchesOf(NAMED, line.text)) {
        const name = match[1] as string
        const start = match.index + match[0].length - name.length
        const at = within(line.at, start, start + name.length)
        const whole = name === '处罚法' ? '行政处罚法' : name === '许可法' ? '行政许可法' : name
        report({
          at,
          message: message(
            '首次引用法律写全称、加书名号，“{0}”宜写“《中华人民共和国{1}》”；已经注明简称的不必改。',
            name,
            whole,
          ),
          fixes: [replaceBy('suggestion', at.span, `《中华人民共和国${whole}》`)],
        })
      }
    },
  },
})
