import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { BEGINNING } from '../../place.ts'

/** 规则自己出错时说明是哪一条，其他规则照常检查。 */
export default rule({
  id: 'internal-rule-failed',
  name: '规则内部出错',
  group: '校对工具',
  clause: '红头约定',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [{ quiet: '其他事项另行通知。\n' }, { quiet: '# 某某市人民政府关于春节放假的通知\n' }],
  visit: {
    failure({ rule: failed, error }, { report }) {
      report({
        at: BEGINNING,
        message: message(
          '规则“{0}”内部出错，没有检查完：{1}。请把这份公文和本句告诉开发者。',
          message(failed.name),
          error,
        ),
      })
    },
  },
})
