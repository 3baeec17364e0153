import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { replaceBy } from '../../fixes.ts'
import { within } from '../../place.ts'

/** Popular short names of organs of the State Council, with the 规范化简称 that its documents use. */
const NORMAL: Readonly<Record<string, string>> = {
  国家发改委: '国家发展改革委',
  发改委: '发展改革委',
  工信部: '工业和信息化部',
  人社部: '人力资源社会保障部',
  住建部: '住房城乡建设部',
  文旅部: '文化和旅游部',
  国家卫健委: '国家卫生健康委',
  卫健委: '卫生健康委',
}
const POPULAR = new RegExp(`(?:${Object.keys(NORMAL).join('|')})(?!门)`, 'g')

/** 机关用规范化简称。 */
export default rule({
  id: 'abbr-normalised-organ',
  name: '机关规范化简称',
  group: '引用与简称',
  clause: '《党政机关公文处理工作条例》第九条（机关全称或者规范化简称）；国务院公文用例',
  strength: '实务',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'block',
  due: 'always',
  triggers: Object.keys(NORMAL),
  examples: [
    { bad: '请市发改委牵头办理。\n', good: '请市发展改革委牵头办理。\n', reports: 1 },
    { bad: '报国家发改委、工信部备案。\n', good: '报国家发展改革委、工业和信息化部备案。\n', reports: 2 },
    { quiet: '请市发展改革委牵头办理。\n' },
    { quiet: '报工业和信息化部、人力资源社会保障部备案，各级人社部门做好服务。\n' },
    { quiet: '某某市发展和改革委员会（以下简称市发改委）。\n' },
  ],
  visit: {
    text(line, { report }) {
      for (const match of matchesOf(POPULAR, line.text)) {
        if (/简称[：:]?[“"]?[\p{Script=Han}]{0,4}$/u.test(line.text.slice(Math.max(0, match.index - 9), match.index)))
          continue
        const [typed] = match
        const at = within(line.at, match.index, match.index + typed.length)
        const right = NORMAL[typed] as string
        report({
          at,
          message: message('“{0}”不是规范化简称，宜写“{1}”；已经注明简称的不必改。', typed, right),
          fixes: [replaceBy('suggestion', at.span, right)],
        })
      }
    },
  },
})
