import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { matchTitle } from '../../readings/titleMatch.ts'

/** 关于 in front of the organ that acts: 关于国务院发布…的通知. */
const FIRST =
  /^关于(?=[^的《〈“]{0,24}?(?:国务院|人民政府|[省市县区]政府|委员会|办公[厅室]|[\p{Script=Han}]{2}[局厅委部])(?:关于|印发|发布|转发|批转|公布|表彰|决定|召开)[^，]{4,}的(?:通知|通报|决定|意见|批复|函|报告|请示)$)/u

/** “关于”放在发文机关名称后面。 */
export default rule({
  id: 'title-guanyu-first',
  name: '关于在机关名称后',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第九条第七项',
  strength: '实务',
  severity: 'info',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '# 关于某某市人民政府印发《停车管理办法》的通知\n', reports: 1 },
    { bad: '# 关于某某县教育局表彰先进工作者的决定\n', reports: 1 },
    { quiet: '# 某某市人民政府关于印发《停车管理办法》的通知\n' },
    { quiet: '# 关于某某市人民政府办公室主任任职的通知\n' },
    { quiet: '# 关于转发《某某市人民政府印发停车管理办法的通知》的通知\n' },
  ],
  visit: {
    title(title, { report }) {
      const found = matchTitle(title, FIRST)
      if (!found) return
      report({
        at: found.at,
        message: message(
          '“关于”引出事由，应当放在发文机关名称后面：“发文机关＋关于＋事由＋的＋文种”（《条例》第九条第七项）。',
        ),
      })
    },
  },
})
