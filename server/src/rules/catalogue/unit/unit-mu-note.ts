import type { Section } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { type Span, shift } from '../../../text/span.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'

/** The first quantity in 亩 of a section, or that it gives hectares. */
interface Area {
  readonly unit: '亩' | '公顷'
  readonly span: Span
}

const MU = /[0-9]{1,9}(?:\.[0-9]{1,4})?[多余]?[万亿]?[多余]?亩(?!产|均)/

/** 面积用亩的，宜注明公顷。 */
export default rule({
  id: 'unit-mu-note',
  name: '亩宜注公顷',
  group: '计量单位',
  clause: '法定计量单位使用惯例',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '流转土地30亩，复垦12.5万亩。\n', reports: 1 },
    { quiet: '流转土地2公顷（30亩），复垦12.5万亩。\n' },
    { quiet: '流转土地3公顷（45亩），亩均产值提高。\n' },
    { quiet: '亩产提高5%，田亩登记完成。\n' },
  ],
  visit: {
    document({ tree }, { report }) {
      let first: Span | undefined
      for (const { fact, offset } of factsOf(tree, areasOf)) {
        if (fact.unit === '公顷') return
        first ??= shift(fact.span, offset)
      }
      if (first)
        report({
          at: first,
          message: message('“亩”不是法定计量单位，土地面积宜用公顷，或者在第一次出现时括注公顷（15亩合1公顷）。'),
        })
    },
  },
})

const areasOf = sectionFacts((section: Section): readonly Area[] => {
  const areas: Area[] = []
  for (const { text, at } of textLines(section)) {
    if (text.includes('公顷')) return [{ unit: '公顷', span: at.span }]
    if (areas.length > 0 || !text.includes('亩')) continue
    const match = MU.exec(text)
    if (!match) continue
    const start = at.span.start + match.index
    areas.push({ unit: '亩', span: { start, end: start + match[0].length } })
  }
  return areas
})
