import { termsIn } from '../../../model/terms.ts'
import type { Section } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { type Span, shift } from '../../../text/span.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'

/** 简称先注明再用。 */
export default rule({
  id: 'abbr-define-first',
  name: '简称先注明再用',
  group: '引用与简称',
  clause: '公文写作惯例（首次用全称并注明简称）',
  strength: '实务',
  severity: 'info',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '由市大数据局牵头推进。\n\n各单位与某某市大数据发展管理局（以下简称市大数据局）做好对接。\n',
      reports: 1,
    },
    {
      bad: '成立某某市防汛抗旱指挥部（以下简称市防指）。\n\n某某市防汛办公室（以下简称市防指）负责值守。\n',
      reports: 1,
    },
    { quiet: '某某市大数据发展管理局（以下简称市大数据局）牵头推进。\n\n各单位与市大数据局做好对接。\n' },
    { quiet: '本市各类市场主体享受同等待遇，市场主体登记（以下简称主体登记）由市场主体登记机关办理。\n' },
    { quiet: '修订《某某市养犬办法》。\n\n《某某市养犬管理办法》（以下简称《办法》）已印发，按《办法》执行。\n' },
  ],
  visit: {
    document({ tree }, { report }) {
      const firsts = new Map<string, { readonly full: string; readonly start: number }>()
      for (const { fact, offset } of factsOf(tree, termsOf)) {
        const { short, full } = fact
        const earlier = firsts.get(short)
        if (!earlier) firsts.set(short, { full, start: fact.span.start + offset })
        else if (earlier.full !== full && !sameEnd(earlier.full, full)) {
          report({
            at: shift(fact.span, offset),
            message: message('“{0}”前面已经是“{1}”的简称，这里又指“{2}”，请换一个简称。', short, earlier.full, full),
          })
        }
      }
      for (const [short, { start, full }] of firsts) {
        if (!isName({ short, full })) continue
        const used = usedBefore(tree, short, start)
        if (used === undefined) continue
        report({
          at: { start: used, end: used + short.length },
          message: message(
            '这里先用了简称“{0}”，后文才注明是“{1}”的简称。宜在首次出现处写全称并注明简称。',
            short,
            full,
          ),
        })
      }
    },
  },
})

interface Given {
  readonly full: string
  readonly short: string
  readonly span: Span
}

const termsOf = sectionFacts((section: Section): readonly Given[] => termsIn(section.text))

/** Only a name of three or more characters that is not itself a piece of the full name is unmistakable in the text before. */
function isName({ short, full }: { readonly short: string; readonly full: string }): boolean {
  return short.length >= 3 && !/[《》、“”]/.test(short) && !full.includes(short) && NAME.test(short)
}

const NAME = /(?:[局委办厅院部处校站所]|中心|公司|指挥部|领导小组|联席会议|专班)$/

/** What follows the verbs before a name decides whether two names are one. */
function sameEnd(one: string, other: string): boolean {
  let count = 0
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count++
  return count >= Math.min(6, one.length, other.length)
}

function usedBefore(
  { sections, starts }: { readonly sections: readonly Section[]; readonly starts: readonly number[] },
  short: string,
  end: number,
): number | undefined {
  for (const [index, { text }] of sections.entries()) {
    const start = starts[index] as number
    if (start >= end) return undefined
    const found = text.indexOf(short)
    if (found >= 0 && start + found < end) return start + found
  }
  return undefined
}
