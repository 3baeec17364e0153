import { rule } from '../../define.ts'
import { COUNTRIES, eachTerm, LISTED } from '../../words/termList.ts'

/** 香港、澳门的称谓。 */
export default rule({
  id: 'term-hk-mo',
  name: '港澳称谓',
  group: '慎用语',
  clause: '《新华社新闻报道中的禁用词和慎用词》',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '港澳',
  examples: [
    { bad: '来自中国、香港、澳门的企业参展。\n', reports: 1 },
    { bad: '邀请香港、新加坡等国家的代表。\n', good: '邀请香港、新加坡等国家和地区的代表。\n', reports: 1 },
    { quiet: '来自中国香港、中国澳门和内地的企业参展。\n' },
    { quiet: '邀请香港、新加坡等国家和地区的代表，支持香港等国际城市。\n' },
    { quiet: '中国和澳大利亚举行会谈，与中国香港特别行政区签约。\n' },
  ],
  visit: {
    text: eachTerm(
      [
        {
          pattern: '中国(?:大陆)?[、和与及](?:香港|澳门)(?!特)',
          instead: '内地与香港（澳门），或者“中国内地和香港（澳门）”',
          advice: true,
        },
        {
          pattern: `${LISTED('香港|澳门')}${COUNTRIES}`,
          instead: '等国家和地区',
        },
        { pattern: '中港台', instead: '内地与港台，或者分别写明', advice: true },
      ],
      '“{0}”：香港、澳门是中国的特别行政区，不与国家并列，宜写{1}（《新华社新闻报道中的禁用词和慎用词》）。',
    ),
  },
})
