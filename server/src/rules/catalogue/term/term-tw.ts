import { rule } from '../../define.ts'
import { COUNTRIES, eachTerm, LISTED } from '../../words/termList.ts'

/** 台湾地区的称谓。 */
export default rule({
  id: 'term-tw',
  name: '涉台称谓',
  group: '慎用语',
  clause: '《新华社新闻报道中的禁用词和慎用词》',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '台',
  examples: [
    { bad: '中国与台湾的贸易额增长5%。\n', reports: 1 },
    { bad: '引述台湾外交部的材料，来自台湾、日本等国家。\n', reports: 2 },
    { quiet: '大陆与台湾的贸易额增长5%，来自台湾、日本等国家和地区。\n' },
    { quiet: '引述台湾当局、台湾“外交部”的材料，中国台湾地区。\n' },
    { quiet: '国务院台湾事务办公室、台湾同胞投资企业、烟台湾政府路。\n' },
  ],
  visit: {
    text: eachTerm(
      [
        {
          pattern: '中国(?:大陆)?[、和与及](?:香港、|澳门、){0,2}台湾(?!海峡|同胞|省)',
          instead: '大陆与台湾，或者“海峡两岸”',
          advice: true,
        },
        {
          pattern:
            '(?<!烟)台湾(?:省|地区)?(?:总统|副总统|总统府|外交部|国防部|行政院|立法院|监察院|司法院|考试院|国民政府)',
          instead: '“台湾当局”“台湾方面”，确需引述时机构名称加引号',
          advice: true,
        },
        {
          pattern: `${LISTED('台湾')}${COUNTRIES}`,
          instead: '“等国家和地区”',
          advice: true,
        },
      ],
      '“{0}”涉及台湾地区的称谓，宜写{1}（《新华社新闻报道中的禁用词和慎用词》）。',
    ),
  },
})
