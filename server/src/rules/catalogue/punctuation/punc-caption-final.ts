import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const CAPTION =
  /^\s{0,4}[图表](?:[0-9]{1,3}(?:[-.][0-9]{1,3})?|[一二三四五六七八九十]{1,3})[ 　：:][^，。；！？]{1,30}。$/g

/** 图题、表题末尾不用句号。 */
export default rule({
  id: 'punc-caption-final',
  name: '图表题末尾不用句号',
  group: '标点',
  clause: 'GB/T 15834—2011 附录A.1',
  strength: '规定',
  severity: 'info',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '图表',
  examples: [
    { bad: '图1　审批流程图。\n', good: '图1　审批流程图\n', reports: 1 },
    { quiet: '表2 任务分工表\n' },
    { quiet: '图1　左侧为流程，右侧为说明。\n' },
    { quiet: '表1列出了任务分工。\n' },
  ],
  visit: {
    text: eachMatch(CAPTION, ([whole]) => ({
      message: message('图题、表题是短语，末尾不用句号（GB/T 15834—2011 附录A.1）。'),
      from: whole.length - 1,
      instead: '',
      fix: 'safe',
    })),
  },
})
