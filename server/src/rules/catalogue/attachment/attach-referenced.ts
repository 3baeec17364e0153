import type { BodyBlock, GongwenDocument, Part } from '../../../model/document.ts'
import { type At, textAt } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
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
      for (const { owner, texts } of textsByOwner(document)) {
        const count = owner.attachments.length
        for (const at of texts) {
          for (const { number, place } of referencesIn(at)) {
            if (number >= 1 && number <= count) continue
            report({
              at: place,
              message:
                count === 0
                  ? message('正文提到附件{0}，但是这份公文没有附件。', number)
                  : message('正文提到附件{0}，但是附件只有{1}个，请核对（GB/T 9704—2012 7.3.4）。', number, count),
              // Excerpts and web copies often lack all attachments.
              ...(count === 0 ? { severity: 'info' as const } : {}),
            })
          }
        }
      }
    },
  },
})

/** An attachment refers to its siblings. */
function textsByOwner({
  main,
  issued,
}: GongwenDocument): readonly { readonly owner: Part; readonly texts: readonly At[] }[] {
  return [main, ...issued].map((owner) => ({
    owner,
    texts: [owner, ...owner.attachments].flatMap(({ body }) => body.flatMap(placesOf)),
  }))
}

function placesOf(block: BodyBlock): readonly At[] {
  if (block.kind === 'table') return block.rows.flatMap((row) => row.map((cell) => cell.at))
  return block.kind === 'figure' || block.kind === 'break' || block.kind === 'contents' ? [] : [block.at]
}

interface Reference {
  readonly number: number
  readonly place: At
}

const known = new WeakMap<At, readonly Reference[]>()

function referencesIn(at: At): readonly Reference[] {
  let references = known.get(at)
  if (!references) {
    const text = textAt(at)
    references = text.includes('附件')
      ? [...text.matchAll(REFERENCE)].map((match) => ({
          number: Number(match[1]),
          place: within(at, match.index + match[0].indexOf('附件'), match.index + match[0].length),
        }))
      : []
    known.set(at, references)
  }
  return references
}
