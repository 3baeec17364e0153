import { BLANK } from '../../../model/docNumberForm.ts'
import type { Element, GongwenDocument } from '../../../model/document.ts'
import { findGenre } from '../../../standard/genres.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { BEGINNING } from '../../place.ts'
import { withHead } from '../../sample.ts'

/** 第号, 第 期, a year without a number. */
const BLANK_SERIAL = /^(?:[〔[（(][0-9]{0,4}[〕\]）)]|[0-9]{4}年)?\s{0,3}第?\s{0,3}[号期]?$/

/** 登记之后发文字号、令号、期号要填全；起草时只是提示。 */
export default rule({
  id: 'docnum-incomplete',
  name: '文号填全',
  group: '发文字号',
  clause: '《党政机关公文处理工作条例》第九条第五项、第二十五条',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'issue',
  adopts: ['model-key-empty'],
  examples: [
    { bad: withHead('发文字号: 某政发〔2026〕号\n成文日期: 2026年3月5日'), reports: 1 },
    { bad: withHead('成文日期: 2026年3月5日'), reports: 1 },
    { bad: withHead('格式: 命令\n令号: 第号', '现予公布，自公布之日起施行。\n'), reports: 1 },
    { bad: withHead('格式: 命令\n发文机关: 某某市人民政府\n令号:', '现予公布，自公布之日起施行。\n'), reports: 1 },
    { bad: withHead('格式: 纪要\n期号:', '# 某某市人民政府专题会议纪要\n'), reports: 1 },
    { bad: withHead('格式: 纪要\n期号: 第 期', '# 某某市人民政府专题会议纪要\n'), reports: 1 },
    { quiet: withHead('发文字号: 某政发〔2026〕5号') },
    { quiet: withHead('格式: 纪要\n期号: 8', '# 某某市人民政府专题会议纪要\n') },
    { quiet: withHead('格式: 命令\n令号: 第5号', '现予公布，自公布之日起施行。\n') },
    { quiet: withHead('成文日期: 2026年3月5日', '# 某某市人民政府关于封山育林的公告\n') },
  ],
  visit: {
    document({ head, genre, format, main }, { report }) {
      const { docNumber, orderNumber, issuerMark } = head
      if (format === '命令' && !docNumber && !orderNumber) {
        report({ at: issuerMark?.at ?? BEGINNING, message: NO_ORDER_NUMBER })
        return
      }
      const blank = docNumber ? BLANK.test(String(docNumber.value).trim()) : wantsDocNumber(format, genre?.value)
      if (!blank) return
      report({
        at: docNumber?.at ?? main.title?.at ?? BEGINNING,
        message: message('发文字号还没有填全，登记编号后补上，才能印发（《条例》第九条第五项）。'),
      })
    },
    orderNumber(element, { report }) {
      if (isBlank(element)) report({ at: element.at ?? BEGINNING, message: NO_ORDER_NUMBER })
    },
    issueNumber(element, { report }) {
      if (!isBlank(element)) return
      report({
        at: element.at ?? BEGINNING,
        message: message('纪要的期号还没有填全，编号后补上，才能印发（GB/T 9704—2012 10.3）。'),
      })
    },
  },
})

const NO_ORDER_NUMBER = message('令号还没有填全，编号后补上，才能印发（GB/T 9704—2012 10.2）。')

/** 命令 and 纪要 have numbers of their own, what is made public may have one. */
function wantsDocNumber(format: GongwenDocument['format'], genre: string | undefined): boolean {
  return format !== '命令' && format !== '纪要' && genre !== undefined && !findGenre(genre)?.public
}

function isBlank({ value }: Element<string, unknown>): boolean {
  return BLANK_SERIAL.test(String(value).trim())
}
