import type { At, Section } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { within } from '../../place.ts'

const HEAD = '# 某某市民政局关于调整标准的通知\n\n各县（市、区）民政局：\n\n'
const OPEN_QUESTION =
  /(?:尚|还|暂)未(?:能)?(?:协商|取得|达成|形成)一?(?:致|共识)[^的，。；]{0,6}(?=[，。；])|[局厅委部](?:对此)?(?:仍|尚|还)?(?:有|持|提出)(?:不同|反对|保留)意见(?=[，。；])/
/** What the text provides for such a case is no such case. */
const PROVIDES = /(?:如|若|凡|对|应当|的，|时，|不得|可以|由)[^，。；]{0,30}$/

/** 涉及多个部门职权、未协商一致的，不得向下行文。 */
export default rule({
  id: 'no-coordination-no-issue',
  name: '协商一致后行文',
  group: '行文规则',
  clause: '《党政机关公文处理工作条例》第十六条第四项',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: `${HEAD}市财政局对此有不同意见，请先按新标准执行。\n`, reports: 1 },
    { bad: `${HEAD}新标准与市人社局尚未协商一致，先行试点。\n`, reports: 1 },
    { quiet: `${HEAD}部门之间尚未协商一致的，不得向下行文。\n` },
    { quiet: `${HEAD}如市财政局有不同意见，由市政府裁定。\n` },
    {
      quiet: '# 某某市民政局关于调整标准的请示\n\n某某市人民政府：\n\n市财政局对此有不同意见，请予裁定。\n',
    },
  ],
  visit: {
    document(document, { report }) {
      const { genre, direction } = document
      if (!genre || direction?.value !== 'downward') return
      for (const { fact } of factsOf(document.tree, linesOf)) {
        report({
          at: fact,
          message: message('涉及多个部门职权的事项，部门之间未协商一致不得向下行文（《条例》第十六条第四项）。'),
        })
      }
    },
  },
})

const linesOf = sectionFacts((section: Section): readonly At[] => {
  if (!/未|意见/.test(section.text)) return []
  return textLines(section).flatMap(({ text, at }) => {
    const match = OPEN_QUESTION.exec(text)
    if (!match || PROVIDES.test(text.slice(Math.max(0, match.index - 30), match.index))) return []
    return [within(at, match.index, match.index + match[0].length)]
  })
})
