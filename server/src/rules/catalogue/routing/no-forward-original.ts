import type { At, Section } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { isUpward } from '../../organs/upward.ts'
import { within } from '../../place.ts'

const HEAD = '# 某某市水务局关于转报甲县防汛经费的请示\n\n某某市人民政府：\n\n'
const FORWARDS = /现将[^。；]{2,40}(?:请示|申请)[^。；]{0,10}(?:转报|转呈|上报|报上|呈上|报请)/
const OPINION =
  /(?:我|本)[局厅委办部市县区镇乡院][^，。；]{0,10}(?:意见|认为|建议|同意|审核)|经(?:我[局厅委办部]|初步)?(?:研究|审核|审查|核实|会商)|拟同意|建议(?:同意|批准|予以)|倾向性意见/

/** 下级机关的请示不原文转报，应当提出倾向性意见。 */
export default rule({
  id: 'no-forward-original',
  name: '不原文转报请示',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十五条第三项',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${HEAD}现将甲县水务局关于防汛经费的请示转报你们，请审批。\n`, reports: 1 },
    { quiet: `${HEAD}现将甲县水务局关于防汛经费的请示转报你们，我局意见为同意安排200万元，请审批。\n` },
    { quiet: `${HEAD}现将甲县水务局关于防汛经费的请示转报你们。\n\n经审核，所需经费属实，请审批。\n` },
    { quiet: '# 某某市水务局关于受理申请的通知\n\n各单位：\n\n现将有关申请事项转报时间通知如下。\n' },
  ],
  visit: {
    document(document, { report }) {
      if (!isUpward(document)) return
      const facts = [...factsOf(document.tree, factsIn)].map(({ fact }) => fact)
      if (facts.includes('opinion')) return
      for (const fact of facts) {
        if (fact === 'opinion') continue
        report({
          at: fact,
          message: message(
            '下级机关的请示不得原文转报，应当写明本机关的倾向性意见，如“我局意见为……”（《条例》第十五条第三项）。',
          ),
        })
      }
    },
  },
})

const factsIn = sectionFacts((section: Section): readonly (At | 'opinion')[] => [
  ...(OPINION.test(section.text) ? (['opinion'] as const) : []),
  ...(section.text.includes('现将')
    ? textLines(section).flatMap(({ text, at }) => {
        const match = FORWARDS.exec(text)
        return match ? [within(at, match.index, match.index + match[0].length)] : []
      })
    : []),
])
