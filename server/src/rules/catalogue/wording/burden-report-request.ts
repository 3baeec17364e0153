import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

const OFTEN =
  /(?:每日|每天|每周|逐日|逐周|一日一|一天一|一周一|日|周)(?:[0-9]{1,2}(?:时|:[0-9]{2})?前?)?[^，。；、]{0,16}?(?:报送|上报|报告进展|填报|零报告|日报告|周报告|日报|周报)(?!纸|社|道)/g
/** 每日 and 每周, or the words for daily and weekly reports. */
const FREQUENT = /^(?:每|逐|一)|日报告|周报告|零报告/
/** Law and emergency plans call for daily reports. */
const GROUNDS = /疫情|突发|应急|灾|险情|汛|事故|暴发|传染病|根据《|按照《|依照《/

/** 要求下级频繁报送，须有依据。 */
export default rule({
  id: 'burden-report-request',
  name: '频繁报送要求',
  group: '用语',
  clause: '《整治形式主义为基层减负若干规定》',
  strength: '规定',
  severity: 'hint',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: ['报送', '上报', '报告', '填报', '日报', '周报'],
  examples: [
    { bad: '各县区每日17时前报送工作进展。\n', reports: 1 },
    { bad: '整治期间实行每周填报和零报告制度。\n', reports: 1 },
    { quiet: '各县区于6月底前一次性汇总报送。\n' },
    { quiet: '发生险情的，每日报送处置情况；订阅某某日报、每周报刊。\n' },
  ],
  visit: {
    text: eachMatch(OFTEN, (match, text) => {
      const [whole] = match
      if (!FREQUENT.test(whole) || GROUNDS.test(text.slice(Math.max(0, match.index - 60), match.index)))
        return undefined
      return {
        message: message(
          '“{0}”会增加基层负担，请核对有没有依据、能不能合并或者减少次数（《整治形式主义为基层减负若干规定》）。',
          whole,
        ),
      }
    }),
  },
})
