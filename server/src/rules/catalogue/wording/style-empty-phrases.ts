import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { within } from '../../place.ts'

const PHRASES = [
  '高度重视',
  '统一思想',
  '提高认识',
  '加强领导',
  '强化领导',
  '真抓实干',
  '狠抓落实',
  '抓好落实',
  '形成合力',
  '精心组织',
  '周密部署',
  '扎实推进',
  '落到实处',
  '取得实效',
  '营造良好氛围',
  '营造浓厚氛围',
  '提高政治站位',
  '凝心聚力',
  '开拓创新',
  '再上新台阶',
  '迈上新台阶',
  '齐抓共管',
  '密切配合',
  '全力以赴',
  '夯实基础',
  '明确责任',
  '大力推进',
]
const PHRASE = new RegExp(PHRASES.join('|'), 'g')
/** Published documents put up to four of them together. */
const MANY = 5
/** Characters within which they count as heaped. */
const REACH = 80

/** 空泛的套话不堆砌。 */
export default rule({
  id: 'style-empty-phrases',
  name: '空泛套话堆砌',
  group: '用语',
  clause: '《党政机关公文处理工作条例》第十九条第三项',
  strength: '规定',
  severity: 'hint',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: PHRASES,
  examples: [
    { bad: '各单位要高度重视，统一思想，加强领导，精心组织，狠抓落实，形成合力。\n', reports: 1 },
    { quiet: '各单位要高度重视，于6月底前完成自查，逾期未报的予以通报。\n' },
    { quiet: '高度重视防汛工作，精心组织演练，密切配合气象部门，扎实推进堤防加固。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      const found = matchesOf(PHRASE, text)
      for (let first = 0; first + MANY <= found.length; first++) {
        const start = found[first]?.index ?? 0
        const last = found[first + MANY - 1] as RegExpExecArray
        const end = last.index + last[0].length
        if (end - start > REACH) continue
        report({
          at: within(at, start, end),
          message: message(
            '这里接连用了{0}个表态的套话，宜写明任务、责任和时限（《条例》第十九条第三项：内容简洁、表述准确）。',
            MANY,
          ),
        })
        return
      }
    },
  },
})
