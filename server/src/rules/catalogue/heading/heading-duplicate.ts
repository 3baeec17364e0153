import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { reportMisnumbered } from '../../outline/reportMisnumbered.ts'

/** 同级序号不重复。 */
export default rule({
  id: 'heading-duplicate',
  name: '序号不重复',
  group: '层次序数',
  clause: 'GB/T 9704—2012 7.3.3；逻辑',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '一、总体要求\n\n二、主要任务\n\n二、保障措施\n\n三、附则\n',
      good: '一、总体要求\n\n二、主要任务\n\n三、保障措施\n\n四、附则\n',
      reports: 1,
    },
    { quiet: '一、总体要求\n\n二、主要任务\n\n三、保障措施\n' },
    { quiet: '一、甲\n（一）子\n\n二、乙\n（一）丑\n' },
    {
      quiet:
        '# 某某市人民政府关于印发方案的通知\n\n一、认真落实\n\n二、按时报送\n\n::印发[某某市工作方案]\n\n一、目标\n\n二、任务\n',
    },
  ],
  visit: {
    part: reportMisnumbered('repeat', (written, expected) =>
      message('序号“{0}”重复了，这里应当是“{1}”。', written, expected),
    ),
  },
})
