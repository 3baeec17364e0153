import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 机关代字与发文机关、文种相符：函用“函”字。通知用“函”字的很常见，不报。 */
export default rule({
  id: 'docnum-agency-code',
  name: '机关代字与文种相符',
  group: '发文字号',
  clause: '发文字号惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead(
        '发文字号: 某政发〔2026〕5号',
        '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n请予支持。\n',
      ),
      reports: 1,
    },
    {
      quiet: withHead(
        '发文字号: 某政函〔2026〕5号',
        '# 某某市水务局关于商请提供水文资料的函\n\n某某市教育局：\n\n请予支持。\n',
      ),
    },
    {
      quiet: withHead(
        '发文字号: 某政发〔2026〕5号',
        '# 某某市水务局关于加强防汛工作的通知\n\n各县水务局：\n\n请认真落实。\n',
      ),
    },
    {
      quiet: withHead(
        '发文字号: 某政办函〔2026〕5号',
        '# 某某市水务局关于加强防汛工作的通知\n\n各县水务局：\n\n请认真落实。\n',
      ),
    },
  ],
  visit: {
    docNumber: asWritten((typed, { document, report }) => {
      const code = /^([^〔[【（(\s]{1,12})[〔[【（(]/.exec(typed.text.trim())?.[1]
      if (!code) return
      const own = document.profile.organs.find(({ name, short }) => [name, short].includes(document.issuers[0]?.value))
      if (own?.code !== undefined && !code.startsWith(own.code)) {
        report({
          at: typed.at,
          message: message('{0}的代字是“{1}”，文号却以“{2}”开头，请核对。', own.name, own.code, code),
        })
      } else if (document.genre?.value === '函' && /发$/.test(code)) {
        report({
          at: typed.at,
          message: message('函的代字一般用“函”字，如“{0}函”，这里写了“{1}”。', code.slice(0, -1), code),
        })
      }
    }),
  },
})
