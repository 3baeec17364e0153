import { rule } from '../../define.ts'
import { isGenre, reportsClosing } from '../../readings/closingLine.ts'

/** 批复的结语用“此复”“特此批复”，也可以不写。 */
export default rule({
  id: 'closing-reply-fu',
  name: '批复的结语',
  group: '结语',
  clause: '公文结语惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府关于增设某某镇的批复\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此函复。\n',
      reports: 1,
    },
    {
      bad: '# 某某市人民政府关于增设某某镇的批复\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此通知。\n',
      reports: 1,
    },
    { quiet: '# 某某市人民政府关于增设某某镇的批复\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n此复。\n' },
    { quiet: '# 某某市人民政府关于增设某某镇的批复\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此批复。\n' },
    {
      quiet: '# 某某市人民政府关于增设某某镇的批复\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n请认真组织实施。\n',
    },
    { quiet: '# 某某市水务局关于水文资料事宜的复函\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此函复。\n' },
  ],
  visit: {
    document: reportsClosing({
      applies: isGenre('批复'),
      wrong: /特此(?:函复|函告|函达|通知|通报|报告|公告|答复)/,
      proper: '此复。',
    }),
  },
})
