import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { matchTitle } from '../../readings/titleMatch.ts'

const VAGUE =
  /(?<=关于(?:进一步)?(?:做好|明确|加强|开展|推进|落实|处理)?)(?:有关|相关|若干|几项|几个|一些|近期|当前|部分)(?:重点|具体)?(?:工作|问题|事项|事宜|情况)(?=的(?:紧急|补充)?(?:通知|通报|意见|请示|报告|函|决定|批复))/

/** 事由不空泛：“关于有关事项的通知”没有说是什么事。 */
export default rule({
  id: 'title-vague-subject',
  name: '事由具体',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第九条第七项',
  strength: '推荐',
  severity: 'info',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市财政局关于有关事项的通知\n', reports: 1 },
    { bad: '# 某某局关于做好若干工作的通知\n', reports: 1 },
    { quiet: '# 某某市财政局关于调整征收期限有关事项的通知\n' },
    { quiet: '# 某某市财政局关于进一步做好防汛有关工作的通知\n' },
    { quiet: '# 国务院关于非公有制经济若干问题的意见\n' },
  ],
  visit: {
    title(title, { report }) {
      const found = matchTitle(title, VAGUE)
      if (!found) return
      report({
        at: found.at,
        message: message(
          '“{0}”没有说是什么事，标题的事由要准确简要地概括公文内容（《条例》第九条第七项）。',
          found.match[0],
        ),
      })
    },
  },
})
