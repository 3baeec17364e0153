import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { ordinalPlace, outlineOf } from '../../numbering.ts'

/** How many blocks further a second item is looked for: hundreds of children below the first mean that it is no slip. */
const REACH = 200

/** 某一层只有一个子项时不必编号。 */
export default rule({
  id: 'heading-single-child',
  name: '单独子项不编号',
  group: '层次序数',
  clause: '公文层次惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '一、总体要求\n（一）坚持统筹推进。年底前完成。\n二、主要任务\n分三个阶段实施。\n', reports: 1 },
    { quiet: '一、总体要求\n（一）坚持统筹推进。年底前完成。\n（二）落实责任。分级负责。\n二、主要任务\n' },
    { quiet: '一、总体要求\n坚持统筹推进。\n' },
    { quiet: '一、甲\n（一）子\n二、乙\n（二）丑\n（三）寅\n' },
  ],
  visit: {
    part(part, { report }) {
      const outline = outlineOf(part)
      for (const [index, block] of outline.entries()) {
        const { series, level, number } = block.ordinal
        if (series !== '通用' || number !== 1 || level < 2) continue
        const reach = outline.slice(index + 1, index + 1 + REACH)
        const next = reach.find((each) => each.ordinal.series === '通用' && each.ordinal.level === level)
        if (next ? next.ordinal.number !== 1 : reach.length === REACH) continue
        const place = ordinalPlace(block)
        if (!place) continue
        report({ at: place.at, message: message('这一层只有“{0}”一项，可以不编号，并入上文。', place.text) })
      }
    },
  },
})
