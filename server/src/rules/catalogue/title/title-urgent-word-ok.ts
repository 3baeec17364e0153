import { ANY_LEVEL } from '../../../standard/secrecy.ts'
import { TELEGRAM_URGENCIES } from '../../../standard/urgency.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { matchTitle } from '../../readings/titleMatch.ts'

/** 加急通知: the degree of urgency in front of the 文种; 紧急通知 is a word of its own. */
const MARK = new RegExp(
  `(?:${TELEGRAM_URGENCIES.join('|')}|火急)(?=(?:通知|通报|函|请示|报告|公告|通告)$)|^[（(【]?(?:${TELEGRAM_URGENCIES.join('|')}|(?:${ANY_LEVEL})(?=[】）)★☆：:]|关于))[】）)]?`,
)

/** 密级、特急、加急在版头标注，不写进标题；“紧急通知”可以用。 */
export default rule({
  id: 'title-urgent-word-ok',
  name: '密级缓急不写入标题',
  group: '文种与标题',
  clause: 'GB/T 9704—2012 7.2.2、7.2.3',
  strength: '推荐',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 特急关于做好防台风工作的通知\n', good: '# 关于做好防台风工作的通知\n', reports: 1 },
    { bad: '# 某某市水务局关于报送汛情的加急通知\n', good: '# 某某市水务局关于报送汛情的通知\n', reports: 1 },
    { quiet: '# 某某市人民政府关于做好防台风工作的紧急通知\n' },
    { quiet: '# 某某市人民政府关于加急办理出境证件的通知\n' },
    { quiet: '# 某某市关于加强秘密载体管理的通知\n' },
    { quiet: '# 机密文件管理工作座谈会纪要\n' },
  ],
  visit: {
    title(title, { report }) {
      const found = matchTitle(title, MARK)
      if (!found) return
      report({
        at: found.at,
        message: message(
          '“{0}”不写进标题，在开头信息里写“{1}: {0}”，印在版头左上角（GB/T 9704—2012 7.2）。',
          found.match[0],
          /密/.test(found.match[0]) ? '密级' : '紧急程度',
        ),
        fixes: found.whole ? [replaceBy('suggestion', found.at.span, '')] : [],
      })
    },
  },
})
