import type { Section } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'

const BODY = '# 某某市人民政府关于开展检查的通知\n\n各县（市、区）人民政府：\n\n'

/** 附件在正文里有交代。 */
export default rule({
  id: 'attach-in-body-ref',
  name: '正文提到附件',
  group: '附件',
  clause: '附件提法的通行写法',
  strength: '实务',
  severity: 'hint',
  fix: 'none',
  scope: 'document',
  due: 'issue',
  examples: [
    { bad: `${BODY}请按时报送统计表。\n\n::附件[某某填报说明]\n\n内容。\n`, reports: 1 },
    { quiet: `${BODY}请填写统计表（见附件）。\n\n::附件[统计表]\n\n内容。\n` },
    { quiet: `${BODY}请按时报送填报说明。\n\n::附件[填报说明]\n\n内容。\n` },
    { quiet: `${BODY}请认真落实。\n` },
  ],
  visit: {
    document({ main, issued, tree }, { report }) {
      const [first] = main.attachments
      const names = main.attachments.map(({ title }) => title?.value.join('') ?? '')
      if (!first?.at || issued.length > 0 || main.body.length === 0) return
      for (const { fact } of factsOf(tree, mentionsOf)) {
        if (fact.mentions || names.some((name) => name !== '' && fact.text.includes(name))) return
      }
      report({
        at: first.at,
        message: message('正文没有提到附件，可以在相关内容后括注“（见附件）”。'),
      })
    },
  },
})

/** Lines that name an attachment in running text; a divider and a 附件说明 do not count. */
const mentionsOf = sectionFacts((section: Section) =>
  textLines(section)
    .filter(({ text, at }) => !isDivider(section, at.span.start) && !/^附件/.test(text))
    .map(({ text }) => ({ text, mentions: text.includes('附件') || /(?:附后|后附|附表|附图)/.test(text) })),
)

function isDivider(section: Section, start: number): boolean {
  return section.blocks.some(
    ({ type, at }) => (type === 'leafDirective' || type === 'heading') && at.start <= start && start <= at.end,
  )
}
