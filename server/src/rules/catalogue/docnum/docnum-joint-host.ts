import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const NUMBER = /[〔［[【（(][0-9]{2,4}[〕］\]】）)]\s{0,3}第?[0-9]*号/g

/** 联合行文只标主办机关的发文字号。 */
export default rule({
  id: 'docnum-joint-host',
  name: '联合行文只用主办机关文号',
  group: '发文字号',
  clause: '《党政机关公文处理工作条例》第九条第五项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文字号: 某教发〔2026〕18号、某财发〔2026〕7号'), reports: 1 },
    { quiet: withHead('发文机关: [某某市教育局, 某某市财政局]\n发文字号: 某教发〔2026〕18号') },
    { quiet: withHead('发文字号: 某教财发〔2026〕号') },
  ],
  visit: {
    docNumber: asWritten(({ text, at }, { report }) => {
      if (matchesOf(NUMBER, text).length < 2) return
      report({
        at,
        message: message('联合行文使用主办机关的发文字号，这里列了不止一个，只留主办机关的（《条例》第九条第五项）。'),
      })
    }),
  },
})
