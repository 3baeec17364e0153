import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { problemsOf } from '../../layoutPlaces.ts'
import { withHead } from '../../sample.ts'

/** What the typesetter could not put where the standard wants it, by the code that it gives, with what to do. */
const SENTENCES: Readonly<Record<string, string>> = {
  'element-too-wide': '一行排不下，字已压窄。请缩短，或者检查是不是写错了位置。',
  'element-unprinted': '照现在的格式（{0}）和署名方式，这一项没有地方印。请删去，或者核对格式（第10章、7.3.5）。',
  'imprint-over-page':
    '版记有{0}行，超过一页，只好从前一页开始排。请用统称（如“各县（市、区）人民政府”）代替逐个列名（7.4）。',
  'signature-over-page': '署名和印章超过一页，只好分页排。请核对发文机关，机关很多时可以只用主办机关的名义（7.3.5）。',
  'signature-without-text':
    '署名和印章独占一面，没有正文，调整行距也移不过来（7.3.5.5）。请增减几行正文，横排的表改作附件。',
  'word-torn':
    '“{0}”比一行还宽，又没有可以断开的地方，只好从中间断开（GB/T 9704—2012 5.2.3）。请核对是不是漏了空格或者标点。',
}

/** 要素在标准规定的位置上排得下。 */
export default rule({
  id: 'layout-element-fits',
  name: '要素排得下',
  group: '版面',
  clause: 'GB/T 9704—2012 7.2、7.3.5、7.4',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'layout',
  due: 'always',
  examples: [
    {
      bad: withHead(
        '发文机关: 某某市人民政府\n发文字号: 某某市人民政府办公室关于某某工作领导小组办公室某某专班〔2026〕12号',
        '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n',
      ),
      reports: 1,
    },
    {
      quiet: withHead(
        '发文机关: 某某市人民政府\n发文字号: 某政发〔2026〕12号',
        '# 某某市人民政府关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n',
      ),
    },
    {
      bad: withHead(
        '发文机关: [某某市教育局, 某某市财政局, 某某市水利局, 某某市司法局, 某某市民政局, 某某市公安局, 某某市林业局]\n抄送: 市委各部门，市人大常委会办公室，市政协办公室',
        '# 关于防汛工作的通知\n\n各县人民政府：\n\n请认真落实。\n',
      ),
      reports: 1,
    },
    {
      quiet: withHead(
        '发文机关: [某某市教育局, 某某市财政局, 某某市水利局, 某某市司法局, 某某市民政局, 某某市公安局, 某某市林业局]\n抄送: 市委各部门，市人大常委会办公室，市政协办公室',
        '# 关于防汛工作的通知\n\n各县人民政府：\n\n现就做好防汛工作通知如下。\n\n请认真落实。\n',
      ),
    },
  ],
  visit: {
    layout({ problems }, { document, report }) {
      for (const [code, sentence] of Object.entries(SENTENCES)) {
        for (const { span, args } of problemsOf(document, problems, code)) {
          report({ at: span, message: message(sentence, ...args) })
        }
      }
    },
  },
})
