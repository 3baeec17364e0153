import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { problemsOf } from '../../layoutPlaces.ts'

/** 图片读不到或者格式不对。 */
export default rule({
  id: 'layout-image-missing',
  name: '图片读不到',
  group: '版面',
  clause: '排版检查',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'layout',
  due: 'always',
  examples: [
    { bad: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n![河道图](河道.png)\n', reports: 1 },
    { quiet: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n' },
    { quiet: '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n| 项目 | 金额 |\n|---|---|\n| 堤防 | 5 |\n' },
  ],
  visit: {
    layout({ problems }, { document, report }) {
      for (const { span, args } of problemsOf(document, problems, 'image-size-unknown')) {
        report({
          at: span,
          message: message('图片“{0}”没有读到或者不是PNG、JPEG图片，会印成空框，请检查文件名和位置。', ...args),
        })
      }
    },
  },
})
