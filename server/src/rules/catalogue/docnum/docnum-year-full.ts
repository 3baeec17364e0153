import { YEAR } from '../../../model/docNumberForm.ts'
import { fullYear } from '../../../standard/dates.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { firstMatch } from '../../matches.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** 发文字号的年份标四位全称。 */
export default rule({
  id: 'docnum-year-full',
  name: '文号年份写全',
  group: '发文字号',
  clause: 'GB/T 9704—2012 7.2.5',
  strength: '规定',
  severity: 'error',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('发文字号: 某政发〔26〕5号'), good: withHead('发文字号: 某政发〔2026〕5号'), reports: 1 },
    { quiet: withHead('发文字号: 某政发〔2026〕26号') },
    { quiet: withHead('发文字号: 某政发〔〕号') },
    { quiet: withHead('发文字号: 第26号', '# 某某市人民政府关于禁放烟花爆竹的通告\n') },
  ],
  visit: {
    docNumber: asWritten(
      firstMatch(YEAR, ([whole, , year = '']) => {
        if (year.length === 0 || year.length === 4) return undefined
        const start = whole.indexOf(year)
        return {
          message: message('文号的年份“{0}”没有写全，应当写四位数字（GB/T 9704—2012 7.2.5）。', year),
          start,
          end: start + year.length,
          ...(/^[0-9]{2}$/.test(year) ? { instead: fullYear(year) } : {}),
        }
      }),
    ),
  },
})
