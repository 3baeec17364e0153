import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { isUpward } from '../../organs/upward.ts'

/** 向上级机关行文原则上主送一个上级机关；请示从严。 */
export default rule({
  id: 'upward-single-recipient',
  name: '上行文主送一个机关',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十五条第一项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府、某某市财政局：\n\n请予审批。\n', reports: 1 },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n' },
    { quiet: '# 某某市水务局关于加强防汛工作的通知\n\n各县（市、区）水务局，各直属单位：\n\n请认真落实。\n' },
  ],
  visit: {
    addressee(element, { document, report }) {
      if (!isUpward(document) || element.value.length < 2 || !element.at) return
      const request = document.genre?.value === '请示'
      report({
        at: element.at,
        message: message(
          '上行文原则上主送一个上级机关，这里有{0}个；需要同时送其他上级机关的，用抄送（《条例》第十五条第一项）。',
          element.value.length,
        ),
        ...(request ? {} : { severity: 'warning' as const }),
      })
    },
  },
})
