import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

/** 结语末尾用句号。 */
export default rule({
  id: 'closing-punct',
  name: '结语用句号',
  group: '结语',
  clause: '公文结语惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府关于加强值班工作的通知\n\n各县人民政府：\n\n请各地落实责任。\n\n特此通知\n',
      good: '# 某某市人民政府关于加强值班工作的通知\n\n各县人民政府：\n\n请各地落实责任。\n\n特此通知。\n',
      reports: 1,
    },
    { quiet: '# 某某市人民政府关于加强值班工作的通知\n\n各县人民政府：\n\n请各地落实责任。\n\n特此通知。\n' },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n妥否，请批示。\n' },
  ],
  visit: {
    closing(block, { report }) {
      const text = textAt(block.at)
      const end = text.trimEnd().length
      if (/[。！？：:）)”]$/.test(text.trimEnd())) return
      const at = within(block.at, end - 1, end)
      report({
        at,
        message: message('结语是一句话，末尾用句号。'),
        fixes: [replaceBy('safe', at.span, `${text[end - 1] === '.' ? '' : text[end - 1]}。`)],
      })
    },
  },
})
