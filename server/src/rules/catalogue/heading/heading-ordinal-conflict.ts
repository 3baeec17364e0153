import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { type InlineOrdinal, inlineOrdinals } from '../../outline/inlineOrdinals.ts'
import { within } from '../../place.ts'

/** 一段里并列的序次用一套：不把“一是”与“第二”“其次”混用。 */
export default rule({
  id: 'heading-ordinal-conflict',
  name: '并列序次一致',
  group: '层次序数',
  clause: 'GB/T 15834—2011 附录B.3（类推）',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '是第首',
  examples: [
    { bad: '一是加强领导；第二，落实责任；三是严格考核。\n', reports: 1 },
    { bad: '首先，要摸清底数。二是要落实责任。\n', reports: 1 },
    { quiet: '一是加强领导，二是落实责任，三是严格考核。\n' },
    { quiet: '第一，加强领导；第二，落实责任。\n' },
    { quiet: '首先，要摸清底数；其次，要落实责任。\n' },
    { quiet: '首先，加强领导，一是健全机制，二是落实责任；其次，严格考核。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      const found = mixed(inlineOrdinals(text))
      if (!found) return
      report({
        at: within(at, found.start, found.start + found.text.length),
        message: message(
          '前面用的是另一套序次，这里却写“{0}”，同一组并列用一套：“一是、二是”“第一、第二”或者“首先、其次”。',
          found.text,
        ),
      })
    },
  },
})

/** The second of a series that another series began. */
function mixed(ordinals: readonly InlineOrdinal[]): InlineOrdinal | undefined {
  const has = (series: string, number: number) =>
    ordinals.some((each) => each.series === series && each.number === number)
  return ordinals.find(
    ({ series, number }) =>
      number === 2 &&
      !has(series, 1) &&
      ordinals.some((each) => each.series !== series && each.number === 1 && !has(each.series, 2)),
  )
}
