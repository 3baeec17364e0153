import { rule } from '../../define.ts'
import { isGenre, reportsClosing } from '../../readings/closingLine.ts'

/** 议案的结语用“现提请审议”。 */
export default rule({
  id: 'closing-motion',
  name: '议案的结语',
  group: '结语',
  clause: '公文结语惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府关于提请审议规划的议案\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n妥否，请批示。\n',
      reports: 1,
    },
    { quiet: '# 某某市人民政府关于提请审议规划的议案\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n现提请审议。\n' },
    { quiet: '# 某某市人民政府关于提请审议规划的议案\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n请审议。\n' },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n妥否，请批示。\n' },
  ],
  visit: {
    document: reportsClosing({
      applies: isGenre('议案'),
      wrong: /请(?:予)?(?:批示|批准|批复|审批|函复)|特此(?:报告|请示|通知|函达)|妥否/,
      proper: '现提请审议。',
    }),
  },
})
