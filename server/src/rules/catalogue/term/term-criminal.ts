import { rule } from '../../define.ts'
import { eachTerm } from '../../words/termList.ts'

/** 判决生效以前不称罪犯。 */
export default rule({
  id: 'term-criminal',
  name: '判决前不称罪犯',
  group: '慎用语',
  clause: '《刑事诉讼法》第十二条；《新华社新闻报道中的禁用词和慎用词》',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '犯',
  examples: [
    {
      bad: '公安机关已将涉嫌盗窃的罪犯张某刑事拘留。\n',
      good: '公安机关已将涉嫌盗窃的犯罪嫌疑人张某刑事拘留。\n',
      reports: 1,
    },
    { bad: '罪犯王某已被移送审查起诉。\n', good: '犯罪嫌疑人王某已被移送审查起诉。\n', reports: 1 },
    { quiet: '公安机关已将犯罪嫌疑人张某刑事拘留，依法惩处罪犯。\n' },
    { quiet: '监狱服刑的罪犯减刑，追捕脱逃罪犯，战犯、惯犯。\n' },
  ],
  visit: {
    text: eachTerm(
      [
        { pattern: '(?<=涉嫌[^，。；]{0,12})罪犯', instead: '犯罪嫌疑人' },
        {
          pattern:
            '罪犯(?=[^，。；监狱服刑]{0,12}(?:刑事拘留|移送审查起诉|移送起诉|取保候审|批准逮捕|接受审讯|在侦查))',
          instead: '犯罪嫌疑人',
        },
      ],
      '法院依法判决以前，对任何人不称“{0}”，宜写“{1}”（《刑事诉讼法》第十二条）。',
    ),
  },
})
