import { TITLE_COLUMNS } from '../../../standard/layout.ts'
import { columnsOf } from '../../../text/cjk.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'

/** 分行写的标题，每行不超过20个2号字；只写一行的由排版自动回行。 */
export default rule({
  id: 'title-line-overflow',
  name: '标题每行不超过二十字',
  group: '版面',
  clause: 'GB/T 9704—2012 7.3.1、5.2.2',
  strength: '推荐',
  severity: 'warning',
  fix: 'none',
  scope: 'layout',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府\n# 关于进一步加强汛期安全值班和防汛物资储备管理工作的紧急通知\n\n各县人民政府：\n\n请认真落实。\n',
      reports: 1,
    },
    { quiet: '# 某某市人民政府\n# 关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n' },
    {
      quiet:
        '# 某某市人民政府关于进一步加强汛期安全值班和防汛物资储备管理工作的紧急通知\n\n各县人民政府：\n\n请认真落实。\n',
    },
  ],
  visit: {
    layout({ titleLines }, { document, report }) {
      const { title } = document.main
      if (!title || title.value.length < 2 || titleLines.length === title.value.length) return
      for (const [index, line] of title.value.entries()) {
        const at = title.lines?.[index] ?? title.at
        const columns = columnsOf(line)
        if (!at || columns <= TITLE_COLUMNS) continue
        report({
          at,
          message: message(
            '标题这一行有{0}字，2号字一行只排得下{1}字，排版又回了一行；请重新分行（GB/T 9704—2012 7.3.1）。',
            columns,
            TITLE_COLUMNS,
          ),
        })
      }
    },
  },
})
