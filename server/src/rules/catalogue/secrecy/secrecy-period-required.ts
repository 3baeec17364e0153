import { SECRECY_LEVELS } from '../../../standard/secrecy.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 标密级的同时标保密期限。 */
export default rule({
  id: 'secrecy-period-required',
  name: '密级标保密期限',
  group: '份号与密级',
  clause: '《党政机关公文处理工作条例》第九条第二项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('份号: 000001\n密级: 机密'), reports: 1 },
    { bad: withHead('份号: 000001\n密级: 机密★'), reports: 1 },
    { quiet: withHead('份号: 000001\n密级: 机密★10年') },
    { quiet: withHead('份号: 000001\n密级: 秘密★2030年1月1日') },
    { quiet: withHead('份号: 000001\n密级: 机密★预算公布前') },
  ],
  visit: {
    secrecy: asWritten((typed, { report }) => {
      const bare = typed.text.replace(/[\s★☆*＊·]+$/, '').trim()
      if (!SECRECY_LEVELS.some((level) => bare === level)) return
      report({
        at: typed.at,
        message: message('只标了“{0}”，没有标保密期限，应当写成“{0}★10年”这样的形式（《条例》第九条第二项）。', bare),
      })
    }),
  },
})
