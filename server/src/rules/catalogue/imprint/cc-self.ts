import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { routingOf } from '../../organs/routing.ts'
import { sameNamed } from '../../organs/sameNamed.ts'
import { withHead } from '../../sample.ts'

const LETTER = '# 某某市水务局关于商请拨付资金的函\n\n某某市财政局：\n\n请予支持。\n'
/** 本局办公室 and the like are offices of one's own and may be informed. */
const OWN = /^(?:本|我)(?:局|厅|委|部|办|院|单位|机关)$/

/** 抄送不列本机关。 */
export default rule({
  id: 'cc-self',
  name: '抄送不列本机关',
  group: '版记',
  clause: '逻辑',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('抄送: 市审计局，本局。', LETTER), reports: 1 },
    { bad: withHead('抄送: 市审计局，某某市水务局。', LETTER), reports: 1 },
    { quiet: withHead('抄送: 市审计局，甲县水务局。', LETTER) },
    { quiet: withHead('抄送: 市审计局，局机关各科室。', LETTER) },
  ],
  visit: {
    copyTo(element, { document, report }) {
      const { issuers, copies } = routingOf(document)
      const self = copies.find((copy) => OWN.test(copy.name) || issuers.some((each) => sameNamed(copy, each)))
      const at = self?.at ?? element.at
      if (!self || !at) return
      report({ at, message: message('抄送里有本机关“{0}”，可以删去。', self.name) })
    },
  },
})
