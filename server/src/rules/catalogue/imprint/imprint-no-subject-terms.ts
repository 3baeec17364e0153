import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { reportsOldLines } from '../../readings/oldImprint.ts'
import { withHead } from '../../sample.ts'

const LINES = '请认真落实。\n\n主题词：人事　任免\n'

/** 版记不再列主题词。 */
export default rule({
  id: 'imprint-no-subject-terms',
  name: '不列主题词',
  group: '版记',
  clause: 'GB/T 9704—2012 前言（取消主题词）',
  strength: '旧规',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: LINES, good: '请认真落实。\n\n', reports: 1 },
    { bad: '请认真落实。\n\n主 题 词: 水利 防汛 通知\n', reports: 1 },
    { quiet: withHead('成文日期: 2009年3月5日', LINES) },
    { quiet: '会议围绕主题词：创新、协调展开讨论，形成了共识。\n' },
    { quiet: '年度主题词征集活动另行通知。\n' },
  ],
  visit: {
    document: reportsOldLines(
      '题',
      /^\s{0,8}主\s{0,3}题\s{0,3}词\s{0,3}[：:](?!.*[。，])/,
      message('2012年起版记不再列主题词，请删去这一行（GB/T 9704—2012 前言）。'),
    ),
  },
})
