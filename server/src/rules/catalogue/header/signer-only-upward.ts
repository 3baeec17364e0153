import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 上行文标注签发人，平行文、下行文一般不标。 */
export default rule({
  id: 'signer-only-upward',
  name: '签发人只用于上行文',
  group: '版头',
  clause: '《党政机关公文处理工作条例》第九条第六项',
  strength: '推荐',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead('签发人: 王某某', '# 某某市水务局关于加强防汛工作的通知\n\n各县水务局：\n\n请认真落实。\n'),
      reports: 1,
    },
    {
      bad: withHead('签发人: 王某某', '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n请予支持。\n'),
      reports: 1,
    },
    { quiet: withHead('签发人: 王某某', '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n请予审批。\n') },
    { quiet: withHead('签发人:', '# 某某市水务局关于加强防汛工作的通知\n\n各县水务局：\n\n请认真落实。\n') },
    { quiet: withHead('行文方向: 上行\n签发人: 王某某', '# 某某市水务局关于加强防汛工作的意见\n') },
  ],
  visit: {
    approver: asWritten((typed, { document, report }, approver) => {
      const direction = document.direction?.value
      if (document.approvers[0] !== approver) return
      if (direction !== 'downward' && direction !== 'lateral') return
      report({
        at: typed.at,
        message: message(
          '签发人在上行文标注，{0}一般不标，请删去“签发人”（《条例》第九条第六项）。',
          message(direction === 'downward' ? '下行文' : '平行文'),
        ),
      })
    }),
  },
})
