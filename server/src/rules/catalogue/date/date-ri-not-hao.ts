import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch, type Remark } from '../../matches.ts'
import { withHead } from '../../sample.ts'
import { asWritten } from '../../written.ts'

/** Not 3月5号线, 3月5号文件, 5月2号机组: there 号 numbers a thing. */
const DAY = /(?<![0-9])[0-9]{1,2}\s{0,2}月\s{0,2}[0-9]{1,2}\s{0,2}号(?![线楼院文机台炉井桥船舰站馆厅室库门煤矿令])/g

/** 日期写“日”，不写“号”。 */
export default rule({
  id: 'date-ri-not-hao',
  name: '日期写日不写号',
  group: '成文日期',
  clause: 'GB/T 9704—2012 7.3.5.4；GB/T 15835—2011 5.1.4',
  strength: '规定',
  severity: 'error',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  triggers: '号',
  examples: [
    { bad: withHead('成文日期: 2026年3月5号'), good: withHead('成文日期: 2026年3月5日'), reports: 1 },
    { bad: '请于3月5号前报送。\n', good: '请于3月5日前报送。\n', reports: 1 },
    { quiet: withHead('成文日期: 2026年3月5日') },
    { quiet: '3月5号线停运检修，5号楼停电。\n' },
    { quiet: '请办理某政发〔2026〕5号文件事项。\n' },
  ],
  visit: {
    issueDate: asWritten(eachMatch(DAY, remark)),
    text: eachMatch(DAY, (match) => ({ ...remark(match), severity: 'warning' })),
  },
})

function remark([day]: RegExpExecArray): Remark {
  return {
    message: message('“{0}”应当写“日”，不写“号”（GB/T 15835—2011 5.1.4）。', day),
    from: day.length - '号'.length,
    instead: '日',
    fix: 'safe',
  }
}
