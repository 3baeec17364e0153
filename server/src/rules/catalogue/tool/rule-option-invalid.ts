import { rule } from '../../define.ts'
import { BEGINNING } from '../../place.ts'

/** 单位设置里的规则选项写得不对，按默认值校对。 */
export default rule({
  id: 'rule-option-invalid',
  name: '规则选项有误',
  group: '校对工具',
  clause: '红头约定',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [{ quiet: '其他事项另行通知。\n' }, { quiet: '# 某某市人民政府关于春节放假的通知\n' }],
  visit: {
    option({ message, related = [] }, { report }) {
      report({ at: BEGINNING, message, related })
    },
  },
})
