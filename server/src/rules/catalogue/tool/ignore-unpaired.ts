import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'

/** 忽略始和忽略终成对。 */
export default rule({
  id: 'ignore-unpaired',
  name: '忽略始终成对',
  group: '校对工具',
  clause: '红头约定',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '<!-- 红头：忽略始 易混词 引用原文 -->\n其它事项另行通知。\n', reports: 1 },
    { bad: '其他事项另行通知。\n<!-- 红头：忽略终 易混词 -->\n', reports: 1 },
    { quiet: '<!-- 红头：忽略始 易混词 引用原文 -->\n其它事项另行通知。\n<!-- 红头：忽略终 易混词 -->\n' },
    { quiet: '<!-- 红头：忽略 易混词 引用原文 -->\n其它事项另行通知。\n' },
  ],
  visit: {
    ignore(use, { report }) {
      if (use.paired) return
      report({
        at: use.span,
        message:
          use.form === '忽略始'
            ? message('“忽略始 {0}”没有“忽略终 {0}”，一直忽略到了文末。', use.rule)
            : message('“忽略终 {0}”前面没有“忽略始 {0}”。', use.rule),
      })
    },
  },
})
