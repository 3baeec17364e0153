import { FIRST_ARABIC_YEAR, findDate, spellDate } from '../../../standard/dates.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const DATE =
  /[0-9０-９〇○零一二三四五六七八九]{2,4}\s{0,3}年\s{0,3}[^\s年月日号]{1,3}\s{0,3}月\s{0,3}[^\s年月日号]{1,3}\s{0,3}[日号]/
const PROPER = /^[0-9]{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12][0-9]|3[01])日$/
const PRINTER = '印发机关: 某某市人民政府办公室\n'

/** 印发日期用阿拉伯数字标全年、月、日，月日不编虚位；“印发”二字由排版加上。 */
export default rule({
  id: 'imprint-yinfa',
  name: '印发日期写法',
  group: '版记',
  clause: 'GB/T 9704—2012 7.4.3',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: withHead(`${PRINTER}印发日期: 2026年03月06日`),
      good: withHead(`${PRINTER}印发日期: 2026年3月6日`),
      reports: 1,
    },
    {
      bad: withHead(`${PRINTER}印发日期: 二〇二六年三月六日`),
      good: withHead(`${PRINTER}印发日期: 2026年3月6日`),
      reports: 1,
    },
    { bad: withHead(`${PRINTER}印发日期: 26年3月6日`), reports: 1 },
    { quiet: withHead(`${PRINTER}印发日期: 2026年3月6日`) },
    { quiet: withHead(`${PRINTER}印发日期: 2026年10月16日印发`) },
    { quiet: withHead(`${PRINTER}印发日期:`) },
  ],
  visit: {
    printDate: asWritten((typed, { document, report }) => {
      const match = DATE.exec(typed.text)
      if (!match || PROPER.test(match[0].replace(/\s/g, ''))) return
      const date = findDate(match[0])
      const issued = findDate(String(document.head.issueDate?.value ?? ''))
      if (date && !date.arabic && Math.min(date.year, issued?.year ?? date.year) < FIRST_ARABIC_YEAR) return
      const at = within(typed.at, match.index, match.index + match[0].length)
      report({
        at,
        message: message(
          '印发日期“{0}”应当用阿拉伯数字标全年、月、日，月、日不编虚位（GB/T 9704—2012 7.4.3）。',
          match[0],
        ),
        fixes: date ? [replaceBy('safe', at.span, spellDate(date))] : [],
      })
    }),
  },
})
