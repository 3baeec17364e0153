import type { GongwenDocument } from '../../../model/document.ts'
import { absoluteSpan, type Section } from '../../../syntax/tree.ts'
import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { shift } from '../../../text/span.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { within } from '../../place.ts'

const BODY = '# 某某市人民政府关于开展检查的通知\n\n各县（市、区）人民政府：\n\n'
/** Attachments of another document are named after it: 《…》附件3. */
const REFERENCE = /(?:见|填写|填报|按照?|（)附件\s{0,2}([0-9]{1,2})(?![0-9])/g

/** 正文引的附件要有。 */
export default rule({
  id: 'attach-referenced',
  name: '引用的附件存在',
  group: '附件',
  clause: 'GB/T 9704—2012 7.3.4',
  strength: '规定',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${BODY}请填写统计表（见附件3）。\n\n::附件[统计表]\n\n内容。\n\n::附件[名单]\n\n内容。\n`, reports: 1 },
    { quiet: `${BODY}请填写统计表（见附件2）。\n\n::附件[统计表]\n\n内容。\n\n::附件[名单]\n\n内容。\n` },
    { quiet: `${BODY}按《某某市检查办法》附件3的标准执行，统计表见附件。\n\n::附件[统计表]\n\n内容。\n` },
    {
      quiet: `${BODY}请填写统计表（见附件1），附件9999号档案另存。\n\n::附件[统计表]\n\n内容。\n\n::附件[名单]\n\n内容。\n`,
    },
  ],
  visit: {
    document(document, { report }) {
      const owners = ownersByPlace(document)
      for (const { fact, offset } of factsOf(document.tree, referencesOf)) {
        const span = shift(fact.span, offset)
        const count = owners.findLast(({ start }) => start <= span.start)?.attachments ?? 0
        if (fact.number >= 1 && fact.number <= count) continue
        report({
          at: span,
          message:
            count === 0
              ? message('正文提到附件{0}，但是这份公文没有附件。', fact.number)
              : message('正文提到附件{0}，但是附件只有{1}个，请核对（GB/T 9704—2012 7.3.4）。', fact.number, count),
          // Excerpts and web copies often lack all attachments.
          ...(count === 0 ? { severity: 'info' as const } : {}),
        })
      }
    },
  },
})

/** The main text and every issued text own the attachments behind them; an attachment refers to its siblings. */
function ownersByPlace({ main, issued, tree }: GongwenDocument) {
  return [main, ...issued].map((owner) => ({
    start: owner.at ? absoluteSpan(tree, owner.at).start : 0,
    attachments: owner.attachments.length,
  }))
}

const referencesOf = sectionFacts((section: Section) => {
  if (!section.text.includes('附件')) return []
  return textLines(section).flatMap(({ text, at }) =>
    matchesOf(REFERENCE, text).map((match) => ({
      number: Number(match[1]),
      span: within(at, match.index + match[0].indexOf('附件'), match.index + match[0].length).span,
    })),
  )
})
