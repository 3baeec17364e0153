import { rule } from '../../define.ts'
import { isGenre, reportsClosing } from '../../readings/closingLine.ts'

/** 复函 has closing words of its own. */
const ANSWERS = /复函$|答复/

/** 函与不相隶属机关商洽，结语不用指令和请示的话。 */
export default rule({
  id: 'closing-letter-ask',
  name: '商洽函的结语',
  group: '结语',
  clause: '公文结语惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市水务局关于商请提供水文资料的函\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n请遵照执行。\n',
      reports: 1,
    },
    {
      bad: '# 某某市水务局关于商请提供水文资料的函\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此通知。\n',
      reports: 1,
    },
    { quiet: '# 某某市水务局关于商请提供水文资料的函\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n请予函复。\n' },
    {
      quiet: '# 某某市水务局关于商请提供水文资料的函\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n请予支持为盼。\n',
    },
    { quiet: '# 某某市人民政府关于加强值班工作的通知\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此通知。\n' },
    {
      quiet:
        '# 某某市水务局关于商请提供水文资料的函\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n请按照有关规定组织实施。\n',
    },
  ],
  visit: {
    document: reportsClosing({
      applies: (document) => isGenre('函')(document) && !ANSWERS.test(document.main.title?.value.join('') ?? ''),
      wrong: /遵照执行|特此(?:通知|通报|通告|公告|批复)|妥否，请批示|请(?:予)?(?:批示|批复)(?=[。！]|$)/,
      proper: '请予函复。',
    }),
  },
})
