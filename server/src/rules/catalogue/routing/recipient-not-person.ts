import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { isPersonAddressed } from '../../organs/persons.ts'
import { routingOf } from '../../organs/routing.ts'
import { isUpward } from '../../organs/upward.ts'

const TITLE = '# 某某市水务局关于增加防汛经费的请示\n\n'

/** 上行文主送机关，不主送负责人个人。 */
export default rule({
  id: 'recipient-not-person',
  name: '不主送领导个人',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十五条第五项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${TITLE}张某某市长：\n\n请予审批。\n`, reports: 1 },
    { bad: `${TITLE}王某某同志：\n\n请予审批。\n`, reports: 1 },
    { bad: `${TITLE}尊敬的市政府领导：\n\n请予审批。\n`, reports: 1 },
    { bad: '某某省民政厅负责同志：\n\n恳请拨给救灾款。\n', reports: 1 },
    { quiet: `${TITLE}某某市防汛工作领导小组：\n\n请予审批。\n` },
    { quiet: `${TITLE}某某市人民政府：\n\n请予审批。\n` },
    { quiet: '# 某某市水务局关于第12号建议的函\n\n李某某代表：\n\n来函收悉。\n' },
    { quiet: '# 某某市水务局关于召开座谈会的通知\n\n各科室主任：\n\n请准时参加。\n' },
  ],
  visit: {
    addressee(element, { document, report }) {
      // A text without a title that is addressed to a leader wants something of him.
      if (!isUpward(document) && document.genre) return
      const person = routingOf(document).addressees.find(({ name }) => isPersonAddressed(name))
      const at = person?.at ?? element.at
      if (!person || !at) return
      report({
        at,
        message: message(
          '公文主送上级机关，不主送负责人个人，“{0}”应当改为机关名称；负责人直接交办的除外（《条例》第十五条第五项）。',
          person.name,
        ),
      })
    },
  },
})
