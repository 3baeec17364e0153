import { absoluteSpan } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { spanOfSource } from '../../layoutPlaces.ts'
import { withHead } from '../../sample.ts'

/** 公文首页必须显示正文。 */
export default rule({
  id: 'body-starts-on-page1',
  name: '首页显示正文',
  group: '版面',
  clause: 'GB/T 9704—2012 7.3.3',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'layout',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n# 某某市人民政府关于加强工作的\n\n各县人民政府：\n\n请认真落实。\n',
      reports: 1,
    },
    { quiet: '# 某某市人民政府\n# 关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n' },
    { quiet: withHead('发文机关: 某某市人民政府', '# 某某市人民政府关于防汛工作的通知\n') },
  ],
  visit: {
    layout({ elements }, { document, report }) {
      const first = document.main.body[0]
      const last = document.main.body.at(-1)
      if (!first || !last) return
      const start = absoluteSpan(document.tree, first.at).start
      const end = absoluteSpan(document.tree, last.at).end
      const isBody = ({ source }: (typeof elements)[number]) => {
        if (!source) return false
        const span = spanOfSource(document, source)
        return start <= span.start && span.start < end
      }
      const printed = elements.filter(isBody)
      if (printed.length === 0 || printed.some(({ page }) => page === 0)) return
      report({
        at: first.at,
        message: message(
          '首页没有正文，公文首页必须显示正文：请缩短标题、版头，或者把主送机关移到版记（GB/T 9704—2012 7.3.3）。',
        ),
      })
    },
  },
})
