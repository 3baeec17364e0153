import { SECRECY_LEVELS } from '../../../standard/secrecy.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { readSecrecy } from '../../readings/secrecyForm.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 国家秘密的密级只有绝密、机密、秘密三级。 */
export default rule({
  id: 'secrecy-level-value',
  name: '密级名称',
  group: '份号与密级',
  clause: '《中华人民共和国保守国家秘密法》第十四条；《党政机关公文处理工作条例》第九条第二项',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('份号: 000001\n密级: 内部★3年'), reports: 1 },
    { quiet: withHead('份号: 000001\n密级: 秘密★3年') },
    { quiet: withHead('份号: 000001\n密级: 绝密★长期') },
    { quiet: withHead('附注: 内部资料，注意保存') },
  ],
  visit: {
    secrecy: asWritten((typed, { report }) => {
      const text = typed.text.trim()
      const level = readSecrecy(text)?.level ?? text
      if (SECRECY_LEVELS.some((known) => level === known)) return
      report({
        at: typed.at,
        message: message(
          '“{0}”不是国家秘密的密级，只能用绝密、机密、秘密；不涉密的不标密级（保密法第十四条）。',
          level,
        ),
      })
    }),
  },
})
