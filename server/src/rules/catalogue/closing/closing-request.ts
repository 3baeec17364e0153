import { rule } from '../../define.ts'
import { isGenre, reportsClosing } from '../../readings/closingLine.ts'

/** 请示的结语请求批示，不用“请知悉”“特此报告”。 */
export default rule({
  id: 'closing-request',
  name: '请示的结语',
  group: '结语',
  clause: '公文结语惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此请示，请知悉。\n',
      reports: 1,
    },
    {
      bad: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n特此报告。\n',
      reports: 1,
    },
    {
      bad: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n以上报告妥否，请批示。\n',
      reports: 1,
    },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n妥否，请批示。\n' },
    {
      quiet:
        '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n以上意见如无不妥，请批转各地执行。\n',
    },
    {
      quiet:
        '# 某某市人民政府关于加强值班工作的通知\n\n某某市人民政府：\n\n现将有关情况说明如下。\n\n请认真贯彻执行。\n',
    },
  ],
  visit: {
    document: reportsClosing({
      applies: isGenre('请示'),
      wrong:
        /以上报告|特此(?:报告|通知|通报|函告|函达|函复|公告|批复)|请(?:予)?(?:知悉|周知|遵照执行|贯彻执行|认真贯彻执行)/,
      proper: '妥否，请批示。',
    }),
  },
})
