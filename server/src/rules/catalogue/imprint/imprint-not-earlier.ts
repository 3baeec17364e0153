import { type CalendarDate, findDate } from '../../../standard/dates.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { withHead } from '../../sample.ts'
import { written } from '../../written.ts'

const PRINTER = '印发机关: 某某市人民政府办公室\n'

/** 印发日期不早于成文日期。 */
export default rule({
  id: 'imprint-not-earlier',
  name: '印发不早于成文',
  group: '版记',
  clause: 'GB/T 9704—2012 7.3.5.4、7.4.3；逻辑',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead(`成文日期: 2026年3月5日\n${PRINTER}印发日期: 2026年3月4日`), reports: 1 },
    { quiet: withHead(`成文日期: 2026年3月5日\n${PRINTER}印发日期: 2026年3月5日`) },
    { quiet: withHead(`成文日期: 2026年3月5日\n${PRINTER}印发日期: 2026年4月1日`) },
    { quiet: withHead(`${PRINTER}印发日期: 2026年3月4日`) },
  ],
  visit: {
    printDate(element, { document, report }) {
      const printed = findDate(String(element.value))
      const issued = findDate(String(document.head.issueDate?.value ?? ''))
      const typed = written(element)
      if (!typed || !printed || !issued || dayNumber(printed) >= dayNumber(issued)) return
      report({
        at: typed.at,
        message: message('印发日期“{0}”早于成文日期，请核对。', String(element.value)),
      })
    },
  },
})

function dayNumber({ year, month, day }: CalendarDate): number {
  return year * 10000 + month * 100 + day
}
