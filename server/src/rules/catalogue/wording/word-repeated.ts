import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** 目的的, 要要求, 推进推进会 and 了了解 are no slips. */
const REPEATED =
  /(?<![目标有])的的(?![确士话])|要要(?![求件点素闻害塞道旨目])|了了(?![解事结断然])|(进一步|加强|落实|推进|认真|严格|切实|开展|深入|积极|及时|不断|贯彻)\1(?!会|办法|情况)/g

/** 多打了一遍的字词。 */
export default rule({
  id: 'word-repeated',
  name: '字词不重复',
  group: '用语',
  clause: '公文写作惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: [
    '的的',
    '要要',
    '了了',
    '一步',
    '加强',
    '落实',
    '推进',
    '认真',
    '严格',
    '切实',
    '开展',
    '深入',
    '积极',
    '及时',
    '不断',
    '贯彻',
  ],
  examples: [
    { bad: '各级各部门要要认真落实管理的的责任。\n', good: '各级各部门要认真落实管理的责任。\n', reports: 2 },
    { bad: '进一步进一步加强管理。\n', good: '进一步加强管理。\n', reports: 1 },
    { quiet: '以营利为目的的活动，要要求各单位认真落实，进一步了解情况。\n' },
    { quiet: '召开整体推进推进会，的的确确有效。\n' },
  ],
  visit: {
    text: eachMatch(REPEATED, ([whole]) => {
      const once = whole.slice(whole.length / 2)
      return { message: message('“{0}”重复了，宜写“{1}”。', whole, once), instead: once }
    }),
  },
})
