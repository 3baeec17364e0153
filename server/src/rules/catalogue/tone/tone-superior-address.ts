import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { factsOf } from '../../engine/sectionFacts.ts'
import { addressed } from '../../organs/addressWords.ts'

/** 请示、报告对上级机关不用“你厅”“贵局”。 */
export default rule({
  id: 'tone-superior-address',
  name: '对上级的称谓',
  group: '语气',
  clause: '公文用语惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某县水务局关于增加经费的请示\n\n某某市水务局：\n\n请你局批准。\n', reports: 1 },
    { bad: '# 某某县水务局关于增加经费的请示\n\n某某市水务局：\n\n恳请贵局批准。\n', reports: 1 },
    { quiet: '# 某某县水务局关于增加经费的请示\n\n某某市水务局：\n\n请市水务局批准。\n' },
    { quiet: '# 某某市水务局关于防汛工作的通知\n\n各县水务局：\n\n请你单位落实。\n' },
    { quiet: '# 某某县水务局关于增加经费的请示\n\n某某市水务局：\n\n富贵局地段已经整治。\n' },
  ],
  visit: {
    document(document, { report }) {
      if (document.genre?.value !== '请示' && document.genre?.value !== '报告') return
      for (const { fact, offset } of factsOf(document.tree, addressed)) {
        report({
          at: { start: fact.start + offset, end: fact.start + offset + fact.text.length },
          message: message('对上级机关不用“{0}”，写机关的全称或者规范化简称。', fact.text),
        })
      }
    },
  },
})
