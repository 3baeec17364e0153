import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { within } from '../../place.ts'

const RECEIVED = /(?:你|贵)[\p{Script=Han}（）]{1,24}?(?:请示|报告|来函|来文|来电|申请|函)(?:已)?(?:收悉|悉)/gu
/** 对你镇的数次请示，经研究…: 收悉 is left out. */
const ANSWERED =
  /(?<=(?:^\s{0,4}|[。，])(?:对|就|关于))(?:你|贵)[\p{Script=Han}（）]{1,12}?的?(?:[\p{Script=Han}]{0,4})(?:请示|报告|来函|来文|申请)(?=，(?:经|现|同意|原则|答复))/gu
/** What makes the incoming document known: its title, its matter, its number or its date. */
const NAMED = /[《〔]|关于|[0-9]+\s?月[0-9]+\s?日/

/** 引据来文要写标题和文号。 */
export default rule({
  id: 'cite-date',
  name: '来文写明标题文号',
  group: '引用与简称',
  clause: '公文写作惯例（批复、复函引据来文标题和发文字号）',
  strength: '实务',
  severity: 'warning',
  fix: 'none',
  scope: 'block',
  due: 'always',
  triggers: '你贵',
  examples: [
    { bad: '你局请示收悉。经研究，现批复如下：\n', reports: 1 },
    { bad: '对你镇的数次请示，经研究答复如下：\n', reports: 1 },
    { bad: '贵单位来函已收悉，现函复如下：\n', reports: 1 },
    { quiet: '你局《关于增加编制的请示》（某人社〔2026〕8号）收悉。经研究，现批复如下：\n' },
    { quiet: '你单位要按时报送申请，经审核后拨付。\n' },
    { quiet: '你省关于报批城市总体规划的请示收悉。\n' },
    { quiet: '你局3月5日来函收悉，对你单位的工作情况，我们已悉数了解。\n' },
  ],
  visit: {
    text(line, { report }) {
      const found = [RECEIVED, ANSWERED].flatMap((pattern) => [...matchesOf(pattern, line.text)])
      for (const match of found) {
        if (NAMED.test(match[0])) continue
        report({
          at: within(line.at, match.index, match.index + match[0].length),
          message: message(
            '只写“{0}”看不出是哪一份来文，应当写出来文的标题和文号，例如“你局《关于……的请示》（×〔××××〕×号）收悉”。',
            match[0],
          ),
        })
      }
    },
  },
})
