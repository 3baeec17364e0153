import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { routingOf } from '../../organs/routing.ts'
import { sameNamed } from '../../organs/sameNamed.ts'
import { withHead } from '../../sample.ts'

const LETTER = '# 某某市水务局关于商请拨付资金的函\n\n某某市财政局：\n\n请予支持。\n'

/** 抄送不与主送重复。 */
export default rule({
  id: 'cc-duplicates-recipient',
  name: '抄送与主送重复',
  group: '版记',
  clause: '《党政机关公文处理工作条例》第九条第十六项（除主送机关外）',
  strength: '规定',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('抄送: 某某市财政局，市审计局。', LETTER), reports: 1 },
    { bad: withHead('抄送: 市财政局，市审计局。', LETTER), reports: 1 },
    { quiet: withHead('抄送: 市审计局，甲县财政局。', LETTER) },
    { quiet: withHead('抄送: 某某市财政局预算科。', LETTER) },
  ],
  visit: {
    copyTo(element, { document, report }) {
      const { addressees, copies } = routingOf(document)
      const twice = copies.find((copy) => addressees.some((each) => sameNamed(copy, each)))
      const at = twice?.at ?? element.at
      if (!twice || !at) return
      report({
        at,
        message: message('“{0}”已经是主送机关，不再抄送（《条例》第九条第十六项）。', twice.name),
      })
    },
  },
})
