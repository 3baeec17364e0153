import type { Section } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { type Span, shift } from '../../../text/span.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../sectionFacts.ts'
import { textLines } from '../../textLines.ts'

/** Shorter paragraphs are formulas, headings and cells, which may well return. */
const SHORTEST = 30

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
      bad: '各县区要在六月底以前完成危旧房屋的排查，逐户建立台账，落实专人负责。\n一、范围\n各县区要在六月底以前完成危旧房屋的排查，逐户建立台账，落实专人负责。\n',
      reports: 1,
    },
    { quiet: '请认真贯彻执行。\n一、范围\n请认真贯彻执行。\n' },
    {
      quiet:
        '各县区要在六月底以前完成危旧房屋的排查，逐户建立台账，落实专人负责。\n各县区要在七月底以前完成危旧房屋的改造，逐户建立台账，落实专人负责。\n',
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
            message: message('这一段和前面的一段一字不差，请核对是不是重复了。'),
          })
      }
    },
  },
})

const paragraphsOf = sectionFacts((section: Section): readonly Paragraph[] =>
  textLines(section)
    .map(({ text, at }) => ({ text: text.trim(), span: at.span }))
    .filter(({ text }) => text.length >= SHORTEST && /[。；]$/.test(text)),
)
