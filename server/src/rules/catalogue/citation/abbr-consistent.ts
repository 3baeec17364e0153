import { termsIn } from '../../../model/terms.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { replaceBy } from '../../fixes.ts'

/** 注明简称后统一用简称。 */
export default rule({
  id: 'abbr-consistent',
  name: '简称前后一致',
  group: '引用与简称',
  clause: '公文写作惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '某某市大数据发展管理局（以下简称市大数据局）牵头。\n\n某某市大数据发展管理局定期通报。\n',
      good: '某某市大数据发展管理局（以下简称市大数据局）牵头。\n\n市大数据局定期通报。\n',
      reports: 1,
    },
    { quiet: '某某市大数据发展管理局（以下简称市大数据局）牵头。\n\n市大数据局定期通报。\n' },
    { quiet: '《某某市养犬管理办法》（以下简称《办法》）印发后，各地要抓好《某某市养犬管理办法》的宣传。\n' },
    { quiet: '某某市大数据发展管理局（以下简称市大数据局）牵头。\n\n附则由某某市数据局解释。\n' },
  ],
  visit: {
    document({ tree }, { report }) {
      for (const { fact, offset, index } of factsOf(tree, namesOf)) {
        const behind = offset + fact.end
        for (let at = index; at < tree.sections.length; at++) {
          const start = tree.starts[at] as number
          const { text } = tree.sections[at] as (typeof tree.sections)[number]
          const found = text.indexOf(fact.full, Math.max(0, behind - start))
          if (found < 0) continue
          const span = { start: start + found, end: start + found + fact.full.length }
          report({
            at: span,
            message: message('前文已经注明简称“{0}”，后文宜统一用简称。', fact.short),
            fixes: [replaceBy('suggestion', span, fact.short)],
          })
          break
        }
      }
    },
  },
})

/** Only whole names of organs: what begins with a verb is not found again, what is short stands in other names. */
const namesOf = sectionFacts(({ text }) =>
  termsIn(text)
    .filter(
      ({ full, short }) => full.length >= 8 && short.length < full.length && ORGAN.test(full) && !/[《》“”]/.test(full),
    )
    .map(({ full, short, span }) => ({ full, short, end: span.end })),
)

const ORGAN = /(?:[局委办厅院]|委员会|人民政府|公司|中心)$/
