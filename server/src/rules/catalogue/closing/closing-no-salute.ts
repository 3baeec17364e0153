import type { TextBlock } from '../../../model/document.ts'
import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import type { RuleContext } from '../../rule.ts'

/** 公文有自己的结语，不写书信的“此致敬礼”。 */
export default rule({
  id: 'closing-no-salute',
  name: '公文不写此致敬礼',
  group: '结语',
  clause: '公文结语惯例',
  strength: '实务',
  severity: 'info',
  fix: 'none',
  scope: 'block',
  due: 'always',
  examples: [
    { bad: '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n请予支持。\n\n此致\n\n敬礼！\n', reports: 2 },
    { quiet: '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n请予支持。\n' },
    { quiet: '# 某某市人民政府关于加强值班工作的通知\n\n各县人民政府：\n\n向劳动者致以崇高的敬礼！\n' },
  ],
  visit: {
    closing: salute,
    paragraph: salute,
  },
})

function salute(block: TextBlock, { report }: RuleContext): void {
  const text = textAt(block.at).trim()
  if (!/^(?:此致)?(?:敬礼)?[！!。，]?$/.test(text) || text.length < 2) return
  report({
    at: block.at,
    message: message('“{0}”是书信的套语，公文不用，函可以写“请予函复。”“特此函复。”', text),
  })
}
