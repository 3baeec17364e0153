import { textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { isLooseName, properName } from '../../organs/looseNames.ts'
import { type NamedOrgan, routingOf } from '../../organs/routing.ts'
import type { RuleContext } from '../../rule.ts'
import { withHead } from '../../sample.ts'

const TITLE = '# 某某市教育局关于加强值班工作的函\n\n'

/** 主送、抄送机关用全称、规范化简称或者同类型机关统称。 */
export default rule({
  id: 'recipient-fullname',
  name: '主送用规范名称',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第九条第八项、第十六项',
  strength: '规定',
  severity: 'error',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${TITLE}县府：\n\n请支持。\n`, good: `${TITLE}县政府：\n\n请支持。\n`, reports: 1 },
    { bad: `${TITLE}市府各口子：\n\n请支持。\n`, reports: 1 },
    {
      bad: withHead('抄送: 市府办，市财政局。', `${TITLE}市财政局：\n\n请支持。\n`),
      good: withHead('抄送: 市政府办公室，市财政局。', `${TITLE}市财政局：\n\n请支持。\n`),
      reports: 1,
    },
    { quiet: `${TITLE}县政府，市政府办公室：\n\n请支持。\n` },
    { quiet: `${TITLE}首府新区管委会：\n\n请支持。\n` },
    { quiet: `${TITLE}有关单位：\n\n请支持。\n` },
  ],
  visit: {
    addressee(_element, context) {
      reportLoose(routingOf(context.document).addressees, context)
    },
    copyTo(_element, context) {
      reportLoose(routingOf(context.document).copies, context)
    },
  },
})

function reportLoose(organs: readonly NamedOrgan[], { report }: RuleContext): void {
  for (const { name, at } of organs) {
    if (!at || !isLooseName(name)) continue
    const proper = textAt(at) === name ? properName(name) : undefined
    report({
      at,
      message: message('应当用机关全称、规范化简称或者同类型机关统称，“{0}”不规范（《条例》第九条第八项）。', name),
      fixes: proper ? [replaceBy('suggestion', at.span, proper)] : [],
    })
  }
}
