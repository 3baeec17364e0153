import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const PLACES =
  '北京|天津|上海|重庆|石家庄|太原|沈阳|大连|长春|哈尔滨|南京|苏州|杭州|宁波|合肥|福州|厦门|南昌|济南|青岛|郑州|武汉|长沙|广州|深圳|珠海|南宁|桂林|海口|三亚|成都|贵阳|昆明|拉萨|西安|兰州|西宁|银川|乌鲁木齐|呼和浩特|香港|澳门|台北|雄安'
const HYPHEN = '[-–－]'
const PLACE = new RegExp(
  `(?<=(?:${PLACES})(?:市|站|南|北|东|西)?|[一-龥]{2}[省市县镇乡])${HYPHEN}(?=(?:${PLACES})|[一-龥]{2,4}[省市县镇乡](?![一-龥]))`,
  'g',
)
const TIME = new RegExp(
  `(?<=[0-9](?:日|月|时|点|分))${HYPHEN}(?=(?:(?:次日|当日)?[0-9]{1,2}(?:日|月|时|点|分)|[0-9]{4}年))|(?<=[0-9]:[0-9]{2})${HYPHEN}(?=[0-9]{1,2}:[0-9]{2})|(?<=(?:周|星期)[一二三四五六])${HYPHEN}(?=周|星期)`,
  'g',
)

/** 时间、地域的起止用一字线。 */
export default rule({
  id: 'punc-hyphen-region',
  name: '起止用一字线',
  group: '标点',
  clause: 'GB/T 15834—2011 4.13.3.2',
  strength: '规定',
  severity: 'info',
  fix: 'safe',
  scope: 'block',
  due: 'always',
  triggers: '-–－',
  examples: [
    {
      bad: '北京-上海段通车，时间为3月10日-3月20日。\n',
      good: '北京—上海段通车，时间为3月10日—3月20日。\n',
      reports: 2,
    },
    { bad: '办公时间：周一-周五9:00-17:00。\n', good: '办公时间：周一—周五9:00—17:00。\n', reports: 2 },
    { quiet: '北京—上海段通车，时间为3月10日—3月20日。\n' },
    { quiet: '电话0771-12345678，标准GB/T 9704-2012，编号2026-3-5。\n' },
    { quiet: '依次点击社保-个人信息，产学-研结合。\n' },
  ],
  visit: {
    text(line, context) {
      for (const check of [places, times]) check(line, context)
    },
  },
})

const places = eachMatch(PLACE, ([mark]) => said(mark))

const times = eachMatch(TIME, ([mark]) => said(mark))

function said(mark: string) {
  return {
    message: message('表示起止用一字线“—”，不用“{0}”（GB/T 15834—2011 4.13.3.2）。', mark),
    instead: '—',
    fix: 'safe' as const,
  }
}
