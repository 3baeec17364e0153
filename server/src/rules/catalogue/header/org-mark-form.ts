import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const COLLOQUIAL = /[省市县区州]府办|[省市县区]政府办(?!公)|(?<!人民)政府办(?=文件)|[省市县区]教体局办/

/** 发文机关标志用全称或者规范化简称；信函格式不加“文件”。 */
export default rule({
  id: 'org-mark-form',
  name: '发文机关标志写法',
  group: '版头',
  clause: 'GB/T 9704—2012 7.2.4；《党政机关公文处理工作条例》第九条第四项',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文机关标志: 市府办文件'), reports: 1 },
    {
      bad: withHead('格式: 信函\n发文机关标志: 某某市人民政府文件'),
      good: withHead('格式: 信函\n发文机关标志: 某某市人民政府'),
      reports: 1,
    },
    { quiet: withHead('发文机关标志: 某某市人民政府办公室文件') },
    { quiet: withHead('格式: 信函\n发文机关标志: 某某市人民政府') },
    { quiet: withHead('发文机关: 某某市人民政府') },
  ],
  visit: {
    issuerMark: asWritten((typed, { document, report }) => {
      const colloquial = COLLOQUIAL.exec(typed.text)
      if (colloquial) {
        report({
          at: typed.at,
          message: message(
            '“{0}”不是规范化简称，发文机关标志用发文机关全称或者规范化简称（GB/T 9704—2012 7.2.4）。',
            colloquial[0],
          ),
        })
      } else if (document.format === '信函' && /文件\s*$/.test(typed.text)) {
        const end = typed.text.trimEnd().length
        const at = within(typed.at, end - '文件'.length, end)
        report({
          at,
          message: message('信函格式的发文机关标志只写机关名称，不加“文件”（GB/T 9704—2012 10.1）。'),
          fixes: [replaceBy('suggestion', at.span, '')],
        })
      }
    }),
  },
})
