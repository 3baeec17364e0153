import type { TextBlock } from '../../../model/document.ts'
import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'
import type { RuleContext } from '../../rule.ts'

/** Closing words that the last paragraph runs into. */
const RUN_IN = /[。；，]\s?[特专]此(?:通知|通报|报告|公告|通告|批复|函复|函告|函达|说明)$/

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
    { bad: '先进事迹值得学习，特此通报\n', good: '先进事迹值得学习，特此通报。\n', reports: 1 },
    { quiet: '有关单位要按照特此通知的要求办理\n' },
    { quiet: '# 某某市人民政府关于加强值班工作的通知\n\n各县人民政府：\n\n请各地落实责任。\n\n特此通知。\n' },
    { quiet: '# 某某市水务局关于增加防汛经费的请示\n\n某某市人民政府：\n\n妥否，请批示。\n' },
  ],
  visit: {
    closing: unended,
    paragraph(block, context) {
      if (RUN_IN.test(textAt(block.at).trimEnd())) unended(block, context)
    },
  },
})

function unended(block: TextBlock, { report }: RuleContext): void {
  const text = textAt(block.at)
  const end = text.trimEnd().length
  if (/[。！？：:）)”]$/.test(text.trimEnd())) return
  const at = within(block.at, end - 1, end)
  report({
    at,
    message: message('结语是一句话，末尾用句号。'),
    fixes: [replaceBy('safe', at.span, `${text[end - 1] === '.' ? '' : text[end - 1]}。`)],
  })
}
