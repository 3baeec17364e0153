import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'

/** 忽略一条规则要说明理由，核稿的人才能判断。 */
export default rule({
  id: 'ignore-reason-missing',
  name: '忽略要写理由',
  group: '校对工具',
  clause: '红头约定',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '<!-- 红头：忽略 易混词 -->\n其它事项另行通知。\n', reports: 1 },
    { quiet: '<!-- 红头：忽略 易混词 引用原文 -->\n其它事项另行通知。\n' },
    { quiet: '<!-- 核稿时再看这一段 -->\n其他事项另行通知。\n' },
  ],
  visit: {
    ignore(use, { report }) {
      if (use.form === '忽略终' || use.rule === '' || use.reason !== '') return
      report({
        at: use.span,
        message: message('忽略“{0}”没有写理由，请在规则后面加上；没有理由的，签发时不能忽略错误。', use.rule),
      })
    },
  },
})
