import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { matchTitle, titleText } from '../../readings/titleMatch.ts'
import { titleNamesGenre } from '../../readings/titleText.ts'

/** 转发, 印发 and the like stand for 关于; meetings, statutes and 令 have titles of their own. */
const EXEMPT = /转发|批转|印发|发布|公布|(?:决议|公报|纪要|令|公告|通告|议案)$|会议|大会|工作报告$|[》〉”]/
const GENRE = /(?:紧急|补充|重要)?(?:(?:请示)?报告|请示|通知|通报|决定|批复|意见|函)$/
/** An organ, an act and …的通知; or an organ and an act with no 的 at all. 对…的批复 is complete. */
const NO_ABOUT = [
  /^(?!.*对).{6,80}的(?:紧急|补充|重要)?(?:通知|通报|决定|请示|请示报告|批复|意见|函|报告)$/,
  /^.{2,30}(?:政府|[局委厅部处]|办公[厅室]|委员会|公司|中心)(?:进一步)?(?:加强|做好|开展|召开|举办|组织|调整|成立|推进|严格|规范|增拨|追加|申请|表彰|处分)[^的]{2,40}(?:通知|通报|请示|决定|批复)$/,
]
/** An organ and 情况报告 with nothing between: a report of a year goes by such a name. */
const BARE_REPORT =
  /^(?!.*[0-9年]).{2,30}(?:政府|[局委厅部处院校站所队]|办公[厅室]|委员会|公司|中心|集团|大学|银行|[支分]行)[^的]{2,30}情况(?:的)?(?:报告|通报)$/
const NO_DE =
  /关于[^的]{4,60}(?<!征求意见|情况|工作)(?:紧急|补充|重要)?(?:通知|通报|请示|决定|批复)$|关于[^的]{4,60}工作(?:通知|通报|请示|决定)$/

/** 事由用“关于……的”引出；转发、印发、批转和“对……的批复”可以不用“关于”。 */
export default rule({
  id: 'title-missing-guanyu',
  name: '标题介词结构完整',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第九条第七项',
  strength: '实务',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 某某市水务局加强值班通知\n', reports: 1 },
    { bad: '# 某某公司授予某某同志先进工作者称号的通报\n', reports: 1 },
    { bad: '# 某某县税务局修缮办公楼的请示\n', reports: 1 },
    { bad: '# 某某学院消防安全检查情况报告\n', reports: 1 },
    { bad: '# 某某市水务局关于加强汛期值班工作通知\n', good: '# 某某市水务局关于加强汛期值班工作的通知\n', reports: 1 },
    { quiet: '# 某某市水务局关于加强值班工作的通知\n' },
    { quiet: '# 某某市水务局2025年法治政府建设情况报告\n' },
    { quiet: '# 某某市人民政府转发省政府关于加强值班工作意见的通知\n' },
    { quiet: '# 某某市人民政府对某某县增设镇的批复\n' },
    { quiet: '# 某某市人民政府2026年政府工作报告\n' },
    { quiet: '# 某某市人民政府关于加快水利发展实施意见\n' },
  ],
  visit: {
    title(title, { document, report }) {
      const text = titleText(title)
      if (!titleNamesGenre(document) || EXEMPT.test(text)) return
      if (!text.includes('关于')) {
        const found = [...NO_ABOUT, BARE_REPORT].some((pattern) => pattern.test(text))
          ? matchTitle(title, GENRE)
          : undefined
        if (!found) return
        report({
          at: found.at,
          message: message('事由前缺“关于”，标题一般写“发文机关＋关于＋事由＋的＋文种”（《条例》第九条第七项）。'),
        })
        return
      }
      const found = NO_DE.test(text) ? matchTitle(title, GENRE) : undefined
      if (!found) return
      const word = found.match[0]
      report({
        at: found.at,
        message: message('“关于”与“{0}”之间缺“的”，写“关于……的{0}”（《条例》第九条第七项）。', word),
        fixes: found.whole ? [replaceBy('suggestion', found.at.span, `的${word}`)] : [],
      })
    },
  },
})
