import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 涉密公文应当标注份号；份号在印制时才有，起草时只是提示。 */
export default rule({
  id: 'copy-number-required',
  name: '涉密公文标份号',
  group: '份号与密级',
  clause: '《党政机关公文处理工作条例》第九条第一项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'issue',
  examples: [
    { bad: withHead('密级: 机密★5年'), reports: 1 },
    { quiet: withHead('份号: 000007\n密级: 机密★5年') },
    { quiet: withHead('紧急程度: 特急') },
  ],
  visit: {
    secrecy: asWritten((typed, { document, report }) => {
      if (String(document.head.copyNumber?.value ?? '') !== '') return
      report({
        at: typed.at,
        message: message('标了密级“{0}”，还应当标注份号，如“份号: 000001”（《条例》第九条第一项）。', typed.text),
      })
    }),
  },
})
