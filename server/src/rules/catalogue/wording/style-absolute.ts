import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const CLAIM =
  /(?:全国|全省|全市|全区|全县|世界|全球|国内|国际|亚洲)(?:最好|最优|最强|最先进|最佳|唯一|独一无二|绝无仅有|首屈一指|第一(?![批个次届条家座名例产时书部期线]))(?![一-龥]{0,2}[》”])/g

/** 绝对化的评价要有依据。 */
export default rule({
  id: 'style-absolute',
  name: '绝对化用语',
  group: '用语',
  clause: '公文起草惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '最唯独绝首第',
  examples: [
    { bad: '建成全国最好、世界唯一的产业园区。\n', reports: 2 },
    { quiet: '建成全国第一批试点园区，面积居全省最大。\n' },
    { quiet: '世界第一次环境会议，全国首个示范区。\n' },
  ],
  visit: {
    text: eachMatch(CLAIM, ([claim]) => ({
      message: message('“{0}”是绝对化的评价，请核对有没有依据，没有依据的宜改写。', claim),
    })),
  },
})
