import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { suggestion } from '../../fixes.ts'

/** 用不上的忽略说明会掩盖以后的错误。 */
export default rule({
  id: 'ignore-unused',
  name: '忽略没有用上',
  group: '校对工具',
  clause: '红头约定',
  strength: '实务',
  severity: 'info',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '<!-- 红头：忽略 易混词 引用原文 -->\n其他事项另行通知。\n', good: '\n其他事项另行通知。\n', reports: 1 },
    { quiet: '<!-- 红头：忽略 易混词 引用原文 -->\n其它事项另行通知。\n' },
    { quiet: '<!-- 红头：全文忽略 wording-pair 引用原文 -->\n\n一、总体要求\n\n其它事项另行通知。\n' },
  ],
  visit: {
    ignore(use, { report }) {
      if (use.form === '忽略终' || use.used || !use.known) return
      report({
        at: use.span,
        message: message('这里没有“{0}”要报的问题，这条忽略可以删去。', use.rule),
        fixes: [suggestion(message('删去这条忽略'), { span: use.span, text: '' })],
      })
    },
  },
})
