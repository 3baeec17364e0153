import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const FEWER =
  /(?:减少|降低|下降|缩小|压缩|缩短|削减|少)(?:到|至|了|为)?(?:原来的)?(?:[0-9]{1,4}(?:\.[0-9]{1,3})?|[一二两三四五六七八九十百几数]{1,4})(?:多|余)?倍(?!数)/g

/** 减少不用“倍”。 */
export default rule({
  id: 'num-multiple',
  name: '减少不用倍',
  group: '数字',
  clause: '统计用语惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '倍',
  examples: [
    { bad: '能耗比上年降低了2倍。\n', reports: 1 },
    { bad: '审批材料减少三倍以上。\n', reports: 1 },
    { quiet: '能耗降低50%，产量增长2倍。\n' },
    { quiet: '减少罚款，处违法所得1倍以上3倍以下罚款；降低放大倍数。\n' },
  ],
  visit: {
    text: eachMatch(FEWER, ([whole]) => ({
      message: message('减少不能用“倍”，“{0}”要按实际数改写成减少百分之几或者几分之一。', whole),
    })),
  },
})
