import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { reportMisnumbered } from '../../outline/reportMisnumbered.ts'

/** 同级序号连续；（一）可以在各个“一、”之下重新编，也可以全文接着编。 */
export default rule({
  id: 'heading-continuity',
  name: '序号连续',
  group: '层次序数',
  clause: 'GB/T 9704—2012 7.3.3；逻辑',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '一、总体要求\n\n二、主要任务\n\n四、保障措施\n\n五、附则\n',
      good: '一、总体要求\n\n二、主要任务\n\n三、保障措施\n\n四、附则\n',
      reports: 1,
    },
    {
      bad: '一、总体要求\n（一）指导思想。坚持统筹推进。\n（三）工作目标。年底前完成。\n',
      good: '一、总体要求\n（一）指导思想。坚持统筹推进。\n（二）工作目标。年底前完成。\n',
      reports: 1,
    },
    { quiet: '一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n（二）卯\n' },
    { quiet: '一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯\n' },
    { quiet: '现将甲事安排如下：\n1.摸底。\n2.整改。\n乙事安排如下：\n1.宣传。\n2.检查。\n' },
    {
      quiet:
        '第一条　为了加强管理，制定本办法。\n\n第二条　禁止下列行为：\n（一）焚烧；\n（二）倾倒。\n\n第三条　应当做到：\n（一）及时；\n（二）全面。\n',
    },
  ],
  visit: {
    part: reportMisnumbered('gap', (written, expected) =>
      message('序号“{0}”接不上，按顺序应当是“{1}”。', written, expected),
    ),
  },
})
