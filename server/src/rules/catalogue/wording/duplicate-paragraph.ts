import type { Section } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { type Span, shift } from '../../../text/span.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'

/** Shorter paragraphs are formulas, headings and cells, which may well return. */
const SHORTEST = 36
/** Rules give several bodies the same powers, item by item. */
const ITEM = /^(?:[（(“]|[0-9①-⑳]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,5}条)/

interface Paragraph {
  readonly text: string
  readonly span: Span
}

/** 整段重复。 */
export default rule({
  id: 'duplicate-paragraph',
  name: '整段重复',
  group: '用语',
  clause: '《党政机关公文处理工作条例》第十九条第三项',
  strength: '规定',
  severity: 'info',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '各县区要在六月底以前完成本辖区危旧房屋的排查，逐户建立台账，落实专人负责，按月公示。\n一、范围\n各县区要在六月底以前完成本辖区危旧房屋的排查，逐户建立台账，落实专人负责，按月公示。\n',
      reports: 1,
    },
    { quiet: '请认真贯彻执行。\n一、范围\n请认真贯彻执行。\n' },
    {
      quiet:
        '各县区要在六月底以前完成本辖区危旧房屋的排查，逐户建立台账，落实专人负责，按月公示。\n各县区要在七月底以前完成本辖区危旧房屋的改造，逐户建立台账，落实专人负责，按月公示。\n',
    },
  ],
  visit: {
    document({ tree }, { report }) {
      const first = new Map<string, Span>()
      for (const { fact, offset } of factsOf(tree, paragraphsOf)) {
        if (!first.has(fact.text)) first.set(fact.text, shift(fact.span, offset))
        else
          report({
            at: shift(fact.span, offset),
            message: message('这一段和前面的一段一字不差，请核对是不是重复了（《条例》第十九条第三项）。'),
          })
      }
    },
  },
})

const paragraphsOf = sectionFacts((section: Section): readonly Paragraph[] =>
  textLines(section)
    .map(({ text, at }) => ({ text: text.trim(), span: at.span }))
    .filter(({ text }) => text.length >= SHORTEST && text.endsWith('。') && !ITEM.test(text)),
)
