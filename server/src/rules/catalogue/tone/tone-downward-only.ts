import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { factsOf } from '../../engine/sectionFacts.ts'
import { replaceBy } from '../../fixes.ts'
import { addressed } from '../../organs/addressWords.ts'
import { addresseeStands } from '../../organs/standing.ts'

/** 致平级机关的函不用“你局”“你单位”；上级办公厅致下级的函照常用，不报。 */
export default rule({
  id: 'tone-downward-only',
  name: '平行文的称谓',
  group: '语气',
  clause: '公文用语惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n请你局支持。\n',
      good: '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n请贵局支持。\n',
      reports: 1,
    },
    { quiet: '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n请贵局支持。\n' },
    { quiet: '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n请你们支持。\n' },
    { quiet: '# 某某市水务局关于商请提供水文资料的函\n\n某某县水务局：\n\n请你局支持。\n' },
    { quiet: '# 国务院办公厅关于有关问题的函\n\n某某省人民政府：\n\n你省来函收悉。\n' },
  ],
  visit: {
    document(document, { report }) {
      if (document.genre?.value !== '函' || addresseeStands(document) !== 'equal') return
      for (const { fact, offset } of factsOf(document.tree, addressed)) {
        if (!fact.text.startsWith('你')) continue
        const span = { start: fact.start + offset, end: fact.start + offset + fact.text.length }
        const proper = `贵${fact.text.slice(1)}`
        report({
          at: span,
          message: message('“{0}”是对下级的称呼，对不相隶属的平级机关用“{1}”或者写全称。', fact.text, proper),
          fixes: [replaceBy('suggestion', span, proper)],
        })
      }
    },
  },
})
