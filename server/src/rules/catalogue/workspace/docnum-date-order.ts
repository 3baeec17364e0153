import { seriesNumber } from '../../../model/seriesNumber.ts'
import { summarise } from '../../../model/summarise.ts'
import type { Summary } from '../../../model/summary.ts'
import { type CalendarDate, readDate } from '../../../standard/dates.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { BEGINNING } from '../../place.ts'
import { withHead } from '../../sample.ts'
import { written } from '../../written.ts'

/** 字号在前的，成文日期也在前。 */
export default rule({
  id: 'docnum-date-order',
  name: '文号与日期同序',
  group: '跨文件',
  clause: '公文处理惯例（发文登记顺序编号）',
  strength: '实务',
  severity: 'info',
  fix: 'none',
  scope: 'workspace',
  due: 'always',
  examples: [
    {
      bad: withHead('发文字号: 某政发〔2026〕6号\n成文日期: 2026年3月1日'),
      others: [withHead('发文字号: 某政发〔2026〕5号\n成文日期: 2026年3月9日')],
      reports: 1,
    },
    {
      quiet: withHead('发文字号: 某政发〔2026〕6号\n成文日期: 2026年3月9日'),
      others: [withHead('发文字号: 某政发〔2026〕5号\n成文日期: 2026年3月9日')],
    },
    {
      quiet: withHead('发文字号: 某政发〔2026〕6号\n成文日期: 2026年3月1日'),
      others: [withHead('发文字号: 某政办发〔2026〕5号\n成文日期: 2026年3月9日')],
    },
    {
      quiet: withHead('发文字号: 某政发〔2026〕6号'),
      others: [withHead('发文字号: 某政发〔2026〕5号\n成文日期: 2026年3月9日')],
    },
  ],
  visit: {
    others(others, { document, report }) {
      const summary = summarise(document)
      const own = seriesNumber(summary)
      const day = dayOf(summary)
      const place = written(document.head.docNumber)
      if (!own || day === undefined || !place) return
      const late = others.find((other) => {
        const number = seriesNumber(other)
        const theirs = number?.series === own.series && number.number < own.number ? dayOf(other) : undefined
        return theirs !== undefined && theirs > day
      })
      if (!late) return
      report({
        at: place.at,
        message: message(
          '本文是{0}，成文日期{1}；字号在前的{2}却是{3}成文，请核对字号和日期。',
          own.written,
          summary.date ?? '',
          late.docNumber ?? '',
          late.date ?? '',
        ),
        related: [{ uri: late.uri, span: BEGINNING, message: message('字号在前、日期在后的公文') }],
      })
    },
  },
})

const days = new WeakMap<Summary, { readonly day: number | undefined }>()

/** Read once for each document: in a folder of a thousand it is compared with a thousand. */
function dayOf(summary: Summary): number | undefined {
  let found = days.get(summary)
  if (!found) {
    const date: CalendarDate | undefined = summary.date === undefined ? undefined : readDate(summary.date)
    found = { day: date && (date.year * 100 + date.month) * 100 + date.day }
    days.set(summary, found)
  }
  return found.day
}
