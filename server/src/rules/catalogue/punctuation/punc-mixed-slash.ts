import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** “和/或”写“和（或）”。 */
export default rule({
  id: 'punc-mixed-slash',
  name: '和或的写法',
  group: '标点',
  clause: '立法技术规范；公文惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '/／',
  examples: [
    { bad: '责令单位和/或个人改正。\n', good: '责令单位和（或）个人改正。\n', reports: 1 },
    { quiet: '责令单位和（或）个人改正。\n' },
    { quiet: '责令单位或个人改正，车速不超过60千米/小时。\n' },
    { quiet: '甲/乙方和丙方，药性温和／刺激。\n' },
  ],
  visit: {
    text: eachMatch(/(?<=[\p{Script=Han}])[和及与][/／]或/gu, ([written]) => ({
      message: message('“{0}”宜写“{1}（或）”。', written, written.slice(0, 1)),
      instead: `${written.slice(0, 1)}（或）`,
    })),
  },
})
