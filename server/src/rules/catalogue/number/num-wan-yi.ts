import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { mixedForms } from '../../readings/mixedForms.ts'

/** 大数用不用“万”“亿”作单位，全文一致。 */
export default rule({
  id: 'num-wan-yi',
  name: '大数单位统一',
  group: '数字',
  clause: 'GB/T 15835—2011 5.3',
  strength: '推荐',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '安排资金3000000元，另拨500万元。\n',
      good: '安排资金300万元，另拨500万元。\n',
      reports: 1,
    },
    { quiet: '安排资金300万元，另拨500万元。\n' },
    { quiet: '安排资金3000000元，另拨1250000元。\n' },
    { quiet: '安排资金3012345元，另拨500万元，奖励20000元。\n' },
  ],
  visit: {
    document: mixedForms({
      odd: /(?<![0-9,，.A-Za-z])[1-9][0-9]{2,6}0000(?=元|人|户|吨|亩|平方米)/g,
      usual: /[0-9]万(?=元|人|户|吨|亩|平方米)/g,
      triggers: '万0',
      remark: (odd) => {
        const instead = `${odd.slice(0, -4)}万`
        return {
          message: message('全文的大数多用“万”作单位，“{0}”宜写“{1}”（GB/T 15835—2011 5.3）。', odd, instead),
          instead,
        }
      },
    }),
  },
})
