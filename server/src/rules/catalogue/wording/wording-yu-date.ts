import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { eachMatch } from '../../matches.ts'

/** 与 before a date, and behind the date what happened then; 与2025年相比 compares. */
const WITH_DATE =
  /与((?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|初|底|中旬|上旬|下旬)?|[0-9]{4}年(?:底|初|末)?)(?=(?:正式|顺利|全面|如期)?(?:开工|动工|开始|启动|建成|竣工|投入|投产|投用|召开|举行|举办|印发|下发|成立|完成|通过|实施|施行|结束|参加|签订|发布|出台|开业|开通|挂牌))/g

/** 时间前用“于”，不用“与”。 */
export default rule({
  id: 'wording-yu-date',
  name: '时间前用于字',
  group: '用语',
  clause: '《现代汉语词典》；公文用字惯例',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: '与',
  examples: [
    { bad: '项目与2026年3月开工建设。\n', good: '项目于2026年3月开工建设。\n', reports: 1 },
    { bad: '会议与3月5日召开。\n', good: '会议于3月5日召开。\n', reports: 1 },
    { quiet: '项目于2026年3月开工建设，与2025年相比增长5%。\n' },
    { quiet: '与2025年开工项目数持平，参与2026年的建设，与3月5日会议要求一致。\n' },
  ],
  visit: {
    text: eachMatch(WITH_DATE, ({ 0: whole, index }, text) => {
      // 参与 is a word, and what is compared with comes to an end further on.
      if (
        /[参给赠]$/.test(text.slice(0, index)) ||
        /^[^，。；]{0,16}(?:相比|同期|持平|一致|比较|之间|的)/.test(text.slice(index + whole.length))
      )
        return undefined
      return {
        message: message('时间前用“于”，“{0}”应当写“于{1}”。', whole, whole.slice(1)),
        to: 1,
        instead: '于',
      }
    }),
  },
})
