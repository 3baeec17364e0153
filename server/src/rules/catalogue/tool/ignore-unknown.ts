import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'

/** 忽略写的规则名称要有。 */
export default rule({
  id: 'ignore-unknown',
  name: '忽略的规则存在',
  group: '校对工具',
  clause: '红头约定',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '<!-- 红头：忽略 错别字 引用原文 -->\n其它事项另行通知。\n', reports: 1 },
    { bad: '<!-- 红头：忽略 -->\n其它事项另行通知。\n', reports: 1 },
    { quiet: '<!-- 红头:忽略 易混词 引用原文 -->\n其它事项另行通知。\n' },
    { quiet: '<!-- 红头：忽略 wording-pair 引用原文 -->\n其它事项另行通知。\n' },
  ],
  visit: {
    ignore(use, { report }) {
      if (use.known) return
      report({
        at: use.span,
        message:
          use.rule === ''
            ? message('忽略没有写规则，应当写成“<!-- 红头：忽略 规则 理由 -->”。')
            : message('没有叫“{0}”的规则，请写规则的编号或者中文名称。', use.rule),
      })
    },
  },
})
