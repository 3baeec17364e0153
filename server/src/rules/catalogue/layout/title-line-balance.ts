import { columnsOf } from '../../../text/cjk.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'

/** 标题分行排列使用梯形或者菱形；由排版自动回行的不报。 */
export default rule({
  id: 'title-line-balance',
  name: '标题排成梯形或菱形',
  group: '版面',
  clause: 'GB/T 9704—2012 7.3.1',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'layout',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府关于进一步加强\n# 汛期安全值班\n# 和防汛物资储备管理工作的通知\n\n各县人民政府：\n\n请认真落实。\n',
      reports: 1,
    },
    {
      bad: '# 某某市人民政府关于做好\n# 今年汛期防汛值班和物资\n# 储备检查维护工作的通知\n\n各县人民政府：\n\n请认真落实。\n',
      reports: 1,
    },
    {
      quiet:
        '# 某某市人民政府关于\n# 进一步加强汛期安全值班和\n# 防汛物资储备工作的通知\n\n各县人民政府：\n\n请认真落实。\n',
    },
    { quiet: '# 某某市人民政府\n# 关于加强汛期安全值班工作的通知\n\n各县人民政府：\n\n请认真落实。\n' },
    {
      quiet:
        '# 某某市人民政府关于进一步加强汛期安全值班和防汛物资储备管理工作的通知\n\n各县人民政府：\n\n请认真落实。\n',
    },
  ],
  visit: {
    layout({ titleLines }, { document, report }) {
      const { title } = document.main
      if (!title?.at || titleLines.length < 2 || titleLines.length !== title.value.length) return
      const lengths = titleLines.map(columnsOf)
      const equal = Math.max(...lengths) - Math.min(...lengths) < 1
      if (equal) {
        report({
          at: title.at,
          message: message('标题各行一样长，宜排成上短下长、上长下短的梯形或者中间长的菱形（GB/T 9704—2012 7.3.1）。'),
          ...(lengths.length > 2 ? {} : { severity: 'hint' as const }),
        })
      } else if (
        lengths.some((length, index) => length < (lengths[index - 1] ?? 0) && length < (lengths[index + 1] ?? 0))
      ) {
        report({
          at: title.at,
          message: message('标题中间的行比上下都短，成了沙漏形，应当排成梯形或者菱形（GB/T 9704—2012 7.3.1）。'),
        })
      }
    },
  },
})
