import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { within } from '../../place.ts'

/** 12.3%、8%和5.1%: percentages of one kind side by side. */
const LIST = /[0-9]{1,6}(?:\.[0-9]{1,4})?[%％](?:(?:、|和|及|与)[0-9]{1,6}(?:\.[0-9]{1,4})?[%％]){1,30}/g

/** 并列数据小数位数一致。 */
export default rule({
  id: 'decimals-consistent',
  name: '小数位数一致',
  group: '引用与简称',
  clause: '公文写作惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '%％',
  examples: [
    { bad: '三个片区分别增长12.3%、8%和5.1%。\n', reports: 1 },
    { quiet: '三个片区分别增长12.3%、8.0%和5.1%。\n' },
    { quiet: '税率分别为3%、6%、9%和13%，投资增长5.2%，占比8%。\n' },
  ],
  visit: {
    text(line, { report }) {
      for (const match of matchesOf(LIST, line.text)) {
        const places = match[0].match(/[0-9.]+(?=[%％])/g)?.map((number) => number.split('.')[1]?.length ?? 0) ?? []
        const most = Math.max(...places)
        if (places.every((each) => each === most)) continue
        report({
          at: within(line.at, match.index, match.index + match[0].length),
          message: message('并列的百分比小数位数不一，宜统一保留{0}位小数（例如“8%”写“8.0%”）。', most),
        })
      }
    },
  },
})
