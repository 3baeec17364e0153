import { rule } from '../../define.ts'
import { eachTerm } from '../../words/termList.ts'

/** 一般会议不用“隆重”，干部的日常工作不用“亲自”。 */
export default rule({
  id: 'term-grand',
  name: '隆重和亲自',
  group: '慎用语',
  clause: '《新华社新闻报道中的禁用词和慎用词》',
  strength: '实务',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '隆亲',
  examples: [
    { bad: '全局总结会议隆重召开，局长亲自部署。\n', good: '全局总结会议召开，局长部署。\n', reports: 2 },
    { quiet: '第十五次全国代表大会隆重召开，党政主要负责同志要亲自抓。\n' },
    { quiet: '隆重纪念抗战胜利，局长部署，当事人亲自到场。\n' },
  ],
  visit: {
    text: eachTerm(
      [
        {
          pattern:
            '(?<!(?:代表大会|全会|人大|政协|党代会|国庆|庆典|纪念大会)[^，。；]{0,12})隆重(?=召开|开幕|举行|举办)',
          instead: '',
        },
        {
          pattern:
            '(?<=(?:局长|县长|区长|镇长|乡长|处长|科长|主任|厅长|院长|校长)[一-龥]{0,4})亲自(?=部署|指挥|带队|主持|参加|出席|到场|前往|安排|过问|督办)',
          instead: '',
        },
      ],
      '一般会议和干部的日常工作不用“{0}”一类的词，可以删去（《新华社新闻报道中的禁用词和慎用词》）。',
    ),
  },
})
