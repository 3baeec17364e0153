import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { within, written } from '../../place.ts'
import { withHead } from '../../sample.ts'

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
    docNumber(element, context) {
      const typed = written(element)
      const second = typed ? matchesOf(NUMBER, typed.text)[1] : undefined
      if (!typed || !second) return
      context.report({
        at: within(typed.at, 0, typed.text.length),
        message: message('联合行文使用主办机关的发文字号，这里列了不止一个，只留主办机关的（《条例》第九条第五项）。'),
      })
    },
  },
})
