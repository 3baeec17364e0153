import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { routingOf } from '../../organs/routing.ts'
import { areUnequal } from '../../organs/standing.ts'
import { withHead } from '../../sample.ts'

/** 联合行文的机关同级。 */
export default rule({
  id: 'joint-same-level',
  name: '同级机关联合行文',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十七条',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文机关: [某某市人民政府, 某某市财政局]'), reports: 1 },
    { bad: withHead('发文机关: [财政部, 国务院]'), reports: 1 },
    {
      bad: withHead('发文机关: [某某市人民政府, 甲县财政局]'),
      profile:
        '机关:\n  - 名称: 某某市人民政府\n    级别: 市\n  - 名称: 甲县财政局\n    级别: 县\n    上级: 甲县人民政府\n',
      reports: 1,
    },
    { quiet: withHead('发文机关: [某某市教育局, 某某市财政局]') },
    { quiet: withHead('发文机关: [财政部, 浙江省人民政府]') },
    { quiet: withHead('发文机关: [国家发展和改革委员会, 国家能源局]') },
    { quiet: withHead('发文机关: [某某市人民政府, 甲县财政局]') },
  ],
  visit: {
    document(document, { report }) {
      const { issuers } = routingOf(document)
      const [host, ...others] = issuers
      const odd = host && others.find((other) => areUnequal(host, other))
      const at = odd?.at ?? document.main.title?.at
      if (!host || !odd || !at) return
      report({
        at,
        message: message('联合行文应当是同级机关，“{0}”与“{1}”不同级（《条例》第十七条）。', host.name, odd.name),
      })
    },
  },
})
