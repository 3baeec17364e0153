import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { issuerName } from '../../organs/routing.ts'
import { rankOfName } from '../../organs/standing.ts'
import { matchTitle, titleText } from '../../readings/titleMatch.ts'

/** The organ whose text is passed on, with its ending, so that a thing that is only called after a province is none. */
const FORWARDED =
  /批转((?:国务院|中共中央|国家[^关《]{2,16}[部委局署]|[^关《]{0,8}[省市县](?:人民)?(?:政府|委|[^关《]{2,12}[厅局委]))(?:办公[厅室])?)(?=关于|《|等)/

/** 批转用于下级机关的公文，转发用于上级机关和不相隶属机关的公文。 */
export default rule({
  id: 'title-forward-verb',
  name: '批转与转发分清',
  group: '文种与标题',
  clause: '《党政机关公文处理工作条例》第八条第八项',
  strength: '规定',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '# 某某市人民政府批转某某省人民政府关于防汛工作意见的通知\n',
      good: '# 某某市人民政府转发某某省人民政府关于防汛工作意见的通知\n',
      reports: 1,
    },
    { quiet: '# 某某市人民政府批转某某县人民政府关于防汛工作报告的通知\n' },
    { quiet: '# 国务院批转国家发展改革委关于某某工作意见的通知\n' },
    { quiet: '# 某某市人民政府批转市水务局关于防汛工作意见的通知\n' },
  ],
  visit: {
    title(title, { document, report }) {
      const found = matchTitle(title, FORWARDED)
      const own = found ? rankOfName(issuerName(document) ?? titleText(title).slice(0, found.match.index)) : undefined
      const theirs = found ? rankOfName(found.match[1] as string) : undefined
      if (!found || own === undefined || theirs === undefined || theirs >= own) return
      const at = matchTitle(title, /批转/)
      if (!at) return
      report({
        at: at.at,
        message: message(
          '批转用于下级机关的公文，“{0}”是上级机关，应当用“转发”（《条例》第八条第八项）。',
          found.match[1] as string,
        ),
        fixes: at.whole ? [replaceBy('suggestion', at.at.span, '转发')] : [],
      })
    },
  },
})
