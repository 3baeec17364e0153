import { YEAR } from '../../../model/docNumberForm.ts'
import { findDate } from '../../../standard/dates.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { firstMatch } from '../../matches.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 文号年份与成文日期年份一般相同；跨年登记时可能差一年，所以只提示。 */
export default rule({
  id: 'docnum-year-matches-date',
  name: '文号年份与成文日期一致',
  group: '发文字号',
  clause: '发文登记惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文字号: 某政发〔2025〕88号\n成文日期: 2026年2月1日'), reports: 1 },
    { quiet: withHead('发文字号: 某政发〔2026〕8号\n成文日期: 2026年2月1日') },
    { quiet: withHead('发文字号: 某政发〔2026〕号\n成文日期:') },
  ],
  visit: {
    docNumber: asWritten(
      firstMatch(YEAR, ([whole, , year = ''], _text, { document }) => {
        const date = findDate(String(document.head.issueDate?.value ?? ''))
        if (!date || !/^[0-9]{4}$/.test(year) || Number(year) === date.year) return undefined
        const start = whole.indexOf(year)
        return {
          message: message('文号是{0}年的，成文日期却在{1}年，请核对。', Number(year), date.year),
          start,
          end: start + year.length,
        }
      }),
    ),
  },
})
