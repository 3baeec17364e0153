import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'
import { readSecrecy } from '../../readings/secrecyForm.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

const MONTHS = 12

/** 保密期限满一年的以年计，不足一年的以月计。 */
export default rule({
  id: 'secrecy-month-unit',
  name: '保密期限的单位',
  group: '份号与密级',
  clause: '《国家秘密定密管理暂行规定》；保密期限实务',
  strength: '推荐',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: withHead('份号: 000001\n密级: 秘密★12个月'), good: withHead('份号: 000001\n密级: 秘密★1年'), reports: 1 },
    { bad: withHead('份号: 000001\n密级: 秘密★0.5年'), good: withHead('份号: 000001\n密级: 秘密★6个月'), reports: 1 },
    { quiet: withHead('份号: 000001\n密级: 秘密★1年') },
    { quiet: withHead('份号: 000001\n密级: 秘密★6个月') },
    { quiet: withHead('份号: 000001\n密级: 秘密★18个月') },
  ],
  visit: {
    secrecy: asWritten((typed, { report }) => {
      const form = readSecrecy(typed.text)
      const proper = form && properPeriod(form.period.trim())
      if (!proper) return
      const start = typed.text.lastIndexOf(form.period)
      const at = within(typed.at, start, start + form.period.length)
      report({
        at,
        message: message('保密期限满一年的以年计、不足一年的以月计，“{0}”宜写“{1}”。', form.period, proper),
        fixes: [replaceBy('suggestion', at.span, proper)],
      })
    }),
  },
})

/** undefined where the period stands as it should, or cannot be put otherwise */
function properPeriod(period: string): string | undefined {
  const months = /^([0-9]{1,3})个月$/.exec(period)?.[1]
  if (months !== undefined)
    return Number(months) > 0 && Number(months) % MONTHS === 0 ? `${Number(months) / MONTHS}年` : undefined
  const part = /^(?:0\.([0-9]{1,2})|半)年$/.exec(period)
  if (!part) return undefined
  const count = part[1] === undefined ? MONTHS / 2 : Math.round(Number(`0.${part[1]}`) * MONTHS)
  return count > 0 ? `${count}个月` : undefined
}
