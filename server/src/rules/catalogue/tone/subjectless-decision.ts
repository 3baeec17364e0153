import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { within } from '../../place.ts'

const PERSONAL = /(?<![自“‘你他])我(?:个人)?(?:认为|觉得|建议|想|主张)(?!起)/g

/** 公文以机关的名义说话，不写“我认为”“我觉得”。 */
export default rule({
  id: 'subjectless-decision',
  name: '不写个人口吻',
  group: '语气',
  clause: '《党政机关公文处理工作条例》第十九条第三项',
  strength: '推荐',
  severity: 'hint',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '我',
  examples: [
    { bad: '我认为应当加大投入。\n', reports: 1 },
    { bad: '我个人建议调整方案。\n', reports: 1 },
    { quiet: '我局认为应当加大投入。\n' },
    { quiet: '自我认为合格的，可以申请复核。\n' },
    { quiet: '本人认为处分不当的，可以申诉。\n' },
    { quiet: '他说：“我认为可以。”\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      for (const match of matchesOf(PERSONAL, text)) {
        report({
          at: within(at, match.index, match.index + match[0].length),
          message: message('公文代表机关说话，不写“{0}”这样的个人口吻，改用“我局”“会议”等，或者直接陈述。', match[0]),
        })
      }
    },
  },
})
