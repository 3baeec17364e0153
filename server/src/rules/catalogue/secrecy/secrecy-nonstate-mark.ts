import type { Message } from '../../../text/finding.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { firstMatch } from '../../matches.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const NOT_STATE = /(内部(?:资料|文件|材料|使用|参考)?|工作秘密|商业秘密|敏感|个人隐私)[ 　]{0,3}[★☆]/

/** 非国家秘密的事项不使用国家秘密标志“★”。 */
export default rule({
  id: 'secrecy-nonstate-mark',
  name: '国家秘密标志不乱用',
  group: '份号与密级',
  clause: '《中华人民共和国保守国家秘密法》第二十二条',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  triggers: '★☆',
  examples: [
    { bad: withHead('份号: 000001\n密级: 内部资料★长期'), reports: 1 },
    { bad: '本材料标注“工作秘密★3年”。\n', reports: 1 },
    { quiet: withHead('份号: 000001\n密级: 秘密★1年') },
    { quiet: '本材料标注“内部资料”。\n' },
    { quiet: '按照“秘密★1年”标注。\n' },
  ],
  visit: {
    secrecy: asWritten(({ text, at }, { report }) => {
      const mark = NOT_STATE.exec(text)?.[1]
      if (mark !== undefined) report({ at, message: advice(mark) })
    }),
    text: firstMatch(NOT_STATE, ([, mark = '']) => ({ message: advice(mark) })),
  },
})

function advice(mark: string): Message {
  return message('“★”是国家秘密标志，{0}不是国家秘密，不得使用；需要时在附注里另行标注（保密法第二十二条）。', mark)
}
