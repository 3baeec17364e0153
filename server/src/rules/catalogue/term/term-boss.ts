import { rule } from '../../define.ts'
import { eachTerm } from '../../words/termList.ts'

/** 不称领导干部为“老板”。 */
export default rule({
  id: 'term-boss',
  name: '不称干部为老板',
  group: '慎用语',
  clause: '《新华社新闻报道中的禁用词和慎用词》',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '板',
  examples: [
    { bad: '县里老板到场，按局里的老板要求办理。\n', reports: 2 },
    { quiet: '民营企业老板到场，县里老板栗基地开园。\n' },
    { quiet: '县政府主要负责同志到场，乡里老板桥重建。\n' },
  ],
  visit: {
    text: eachTerm(
      [
        {
          pattern: '(?<=(?:[省市县区乡镇局厅部处科]里|机关|本局|我局|本县|我县)的?)老板(?![栗桥材凳])',
          instead: '主要负责同志',
        },
      ],
      '对领导干部不称“{0}”，宜写职务或者“{1}”（《新华社新闻报道中的禁用词和慎用词》）。',
    ),
  },
})
