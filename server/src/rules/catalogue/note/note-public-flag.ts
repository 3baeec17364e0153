import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { BEGINNING } from '../../place.ts'
import { withHead } from '../../sample.ts'

const NOTICE =
  '# 某某市人民政府关于印发《某某市停车管理办法》的通知\n\n各县（市、区）人民政府：\n\n请遵照执行。\n\n::印发\n\n# 某某市停车管理办法\n\n第一条 停车应当有序。\n'
/** Texts that bind everybody: the public has to be told of them. */
const NORMATIVE = /(?:办法|规定|细则|规则|条例)(?:（[^（）]{0,20}）)?$/

/** 印发的规范性文件注明公开属性。 */
export default rule({
  id: 'note-public-flag',
  name: '注明公开属性',
  group: '附注',
  clause: '政府信息公开制度',
  strength: '实务',
  severity: 'info',
  fix: 'none',
  scope: 'document',
  due: 'issue',
  examples: [
    { bad: NOTICE, reports: 1 },
    { quiet: withHead('附注: 此件公开发布', NOTICE) },
    { quiet: withHead('公开方式: 主动公开', NOTICE) },
    { quiet: withHead('密级: 秘密★1年\n份号: 000001', NOTICE) },
    { quiet: '# 某某市人民政府关于春节放假的通知\n\n各县（市、区）人民政府：\n\n请遵照执行。\n' },
  ],
  visit: {
    document({ issued, head, imprint, main, genre }, { report }) {
      if (genre?.value !== '通知') return
      const text = issued.find(({ title }) => NORMATIVE.test(title?.value.join('') ?? ''))
      if (!text || head.secrecy || imprint.openness || /公开/.test(String(head.note?.value ?? ''))) return
      if (issued.some(({ signature = [] }) => signature.some(({ value }) => /公开/.test(value)))) return
      report({
        at: main.title?.at ?? text.at ?? BEGINNING,
        message: message('印发规范性文件一般注明公开属性：附注写“此件公开发布”，或者写公开方式。'),
      })
    },
  },
})
