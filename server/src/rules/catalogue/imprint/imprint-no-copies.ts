import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { reportsOldLines } from '../../readings/oldImprint.ts'
import { withHead } from '../../sample.ts'

/** 版记不再要求写印数。 */
export default rule({
  id: 'imprint-no-copies',
  name: '不写共印份数',
  group: '版记',
  clause: 'GB/T 9704—2012 7.4.3（版记要素没有印数）',
  strength: '旧规',
  severity: 'info',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '请认真落实。\n\n（共印60份）\n', good: '请认真落实。\n\n', reports: 1 },
    { bad: '请认真落实。\n\n共印 120 份\n', reports: 1 },
    { quiet: withHead('成文日期: 2009年3月5日', '请认真落实。\n\n（共印60份）\n') },
    { quiet: '宣传册共印60份，已经发放完毕。\n' },
    { quiet: '全年共印发文件60份。\n' },
  ],
  visit: {
    document: reportsOldLines(
      '印',
      /^\s{0,40}[（(]?\s{0,3}共\s{0,3}印\s{0,3}[0-9〇一二三四五六七八九十百]{1,6}\s{0,3}份\s{0,3}[）)]?[。]?\s{0,8}$/,
      message('2012年起版记不再要求写印数，可以删去（GB/T 9704—2012 7.4.3）。'),
    ),
  },
})
