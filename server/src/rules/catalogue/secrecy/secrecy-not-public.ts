import { ANY_LEVEL } from '../../../standard/secrecy.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'

const SECRET = new RegExp(ANY_LEVEL)
/** 不公开, 不予公开 and 解密后公开 say the opposite, 依申请公开 does not: a secret is not given out on request either. */
const PUBLIC =
  /^[（(]?(?:此件|本件|本文件)?(?:主动|依申请|可以|可|全文|予以)?公开(?:发布|发表|属性[:：]?主动公开)?[）)]?$/

/** 涉密公文不能同时注明公开发布。 */
export default rule({
  id: 'secrecy-not-public',
  name: '涉密公文不公开',
  group: '份号与密级',
  clause: '《中华人民共和国政府信息公开条例》第十四条',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('密级: 秘密★1年\n份号: 000001\n附注: 此件公开发布'), reports: 1 },
    { bad: withHead('密级: 机密★5年\n份号: 000001\n公开方式: 主动公开'), reports: 1 },
    { bad: withHead('密级: 机密★5年\n附注: （此件公开发布）\n公开方式: 依申请公开'), reports: 2 },
    { quiet: withHead('密级: 秘密★1年\n份号: 000001\n公开方式: 不予公开') },
    { quiet: withHead('密级: 秘密★1年\n份号: 000001\n附注: 此件解密后公开发布') },
    { quiet: withHead('密级: 秘密★1年\n份号: 000001\n附注: 联系人：王某某，电话：00000000') },
    { quiet: withHead('密级:\n附注: 此件公开发布') },
    { quiet: withHead('附注: 此件公开发布\n公开方式: 主动公开') },
  ],
  visit: {
    document({ head, imprint }, { report }) {
      const level = String(head.secrecy?.value ?? '').trim()
      if (!SECRET.test(level)) return
      for (const element of [head.note, imprint.openness]) {
        if (!element?.at) continue
        const values = [element.value as string | readonly string[]].flat()
        const open = values.find((value) => PUBLIC.test(value.trim()))
        if (open === undefined) continue
        report({
          at: element.at,
          message: message(
            '标了密级“{0}”，又注明“{1}”：涉密公文不公开，请核对是密级标错了，还是公开方式写错了（《政府信息公开条例》第十四条）。',
            level,
            open.trim(),
          ),
        })
      }
    },
  },
})
