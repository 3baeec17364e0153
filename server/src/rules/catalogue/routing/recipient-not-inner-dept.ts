import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { isInnerOffice } from '../../organs/innerOffice.ts'
import { routingOf } from '../../organs/routing.ts'

/** 主送机关，不主送机关的处、科。 */
export default rule({
  id: 'recipient-not-inner-dept',
  name: '不主送内设机构',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十七条；行文惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市水务局关于报送年度计划的函\n\n某某省水利厅规划计划处：\n\n请予支持。\n', reports: 1 },
    { bad: '# 某某市水务局关于增加经费的请示\n\n某某市财政局农业科：\n\n请予审批。\n', reports: 1 },
    { quiet: '# 某某市水务局关于报送年度计划的函\n\n某某省水利厅：\n\n请予支持。\n' },
    { quiet: '# 某某市水务局关于报送年度计划的通知\n\n局机关各处（科）室，局规划科：\n\n请按时报送。\n' },
    { quiet: '# 某某市水务局关于核对数据的函\n\n某某市人民政府驻北京办事处：\n\n请予核对。\n' },
  ],
  visit: {
    addressee(element, { document, report }) {
      // Inside one's own house people write to each other's offices.
      if (document.genre?.value !== '函' && document.direction?.value !== 'upward') return
      const inner = routingOf(document).addressees.find(({ name }) => isInnerOffice(name))
      const at = inner?.at ?? element.at
      if (!inner || !at) return
      report({
        at,
        message: message('公文一般主送机关，不主送内设机构“{0}”。', inner.name),
      })
    },
  },
})
