import { rule } from '../../define.ts'
import { isGenre, reportsClosing } from '../../readings/closingLine.ts'

const ANSWERS = /复函$|答复/

/** 复函的结语用“特此函复”。 */
export default rule({
  id: 'closing-letter-reply',
  name: '复函的结语',
  group: '结语',
  clause: '公文结语惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市水务局关于水文资料事宜的复函\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此通知。\n',
      reports: 1,
    },
    {
      bad: '# 某某市水务局关于水文资料事宜的复函\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此批复。\n',
      reports: 1,
    },
    { quiet: '# 某某市水务局关于水文资料事宜的复函\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此函复。\n' },
    { quiet: '# 某某市水务局关于水文资料事宜的复函\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n此复。\n' },
    { quiet: '# 某某市水务局关于商请提供水文资料的函\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n请予函复。\n' },
  ],
  visit: {
    document: reportsClosing({
      applies: (document) => isGenre('函')(document) && ANSWERS.test(document.main.title?.value.join('') ?? ''),
      wrong: /特此(?:通知|通报|批复|报告|请示|公告)|遵照执行/,
      proper: '特此函复。',
    }),
  },
})
