import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { suggestion } from '../../fixes.ts'
import { within } from '../../place.ts'

/** Titles, prizes, plaques and activities; certificates stand in 《》 so often that they are left alone. */
const SCOPED =
  /《([^《》]{1,24})》(?=(?:荣誉)?称号|奖项|奖杯|奖牌|牌匾|奖章)|(?<=(?:荣获|授予|获得|评为)[^，。；《》]{0,12})《([^《》]{1,24}(?:奖|称号|先进(?:单位|个人|集体|工作者)|标兵|模范))》|(?<=(?:召开|举办|举行|开展|参加|组织)(?:了)?)《([^《》]{1,24}(?:会议|大会|活动|培训班|座谈会|论坛|大赛|比赛))》/g

/** 称号、奖项、会议和活动的名称不用书名号。 */
export default rule({
  id: 'punc-bookmark-scope',
  name: '书名号的使用范围',
  group: '标点',
  clause: 'GB/T 15834—2011 附录A.13',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '《',
  examples: [
    { bad: '授予某某《劳动模范》称号。\n', good: '授予某某“劳动模范”称号。\n', reports: 1 },
    { bad: '举办《安全生产月活动》。\n', reports: 1 },
    { quiet: '授予某某“劳动模范”称号，颁发《营业执照》。\n' },
    { quiet: '学习《会议纪要》，执行《某某奖励办法》，开展《民法典》宣传活动。\n' },
  ],
  visit: {
    text({ text, at }, { report }) {
      for (const match of matchesOf(SCOPED, text)) {
        const end = match.index + match[0].length
        const name = match[0].slice(1, -1)
        report({
          at: within(at, match.index, end),
          message: message(
            '书名号用于书、报、刊、文件的名称；称号、奖项、会议和活动的名称不用，宜写“{0}”（GB/T 15834—2011 附录A.13）。',
            name,
          ),
          fixes: [
            suggestion(
              message('改用引号'),
              { span: within(at, match.index, match.index + 1).span, text: '“' },
              { span: within(at, end - 1, end).span, text: '”' },
            ),
          ],
        })
      }
    },
  },
})
