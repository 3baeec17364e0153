import type { Section } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { shift } from '../../../text/span.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { safeFix } from '../../fixes.ts'
import { type HalfWidth, halfWidthMarks } from '../../readings/halfWidth.ts'

const isFullWidth = new Uint8Array(0x10000)
for (const mark of '，；：？！') isFullWidth[mark.charCodeAt(0)] = 1
/** Fewer are named by themselves. */
const MANY = 12

/** 全文大多是半角标点的，说一次，一次统一。 */
export default rule({
  id: 'punc-halfwidth-document',
  name: '全文统一为全角标点',
  group: '标点',
  clause: 'GB/T 15834—2011 5.1',
  strength: '规定',
  severity: 'warning',
  fix: 'safe',
  scope: 'document',
  due: 'always',
  together: (named) => message('全文大多用半角标点（{0}处），应当统一为全角（GB/T 15834—2011 5.1）。', named.length),
  examples: [
    {
      bad: '甲,乙,丙,丁,甲,乙,丙,丁,甲,乙,丙,丁,甲,乙,丙,丁(含戊),完成30%,共3.5万元。\n',
      good: '甲，乙，丙，丁，甲，乙，丙，丁，甲，乙，丙，丁，甲，乙，丙，丁（含戊），完成30%，共3.5万元。\n',
      reports: 1,
    },
    { quiet: '甲,乙,丙，丁。\n' },
    { quiet: '一是甲,二是乙,三是丙，四是丁，五是戊。\n' },
    { quiet: '会议于10:30开始,网址为https://example.cn/a,b。\n' },
  ],
  visit: {
    document({ tree }, { report }) {
      const marks = factsOf(tree, marksOf)
      const points = marks.filter(({ fact }) => fact.full !== undefined).length
      if (points <= MANY) return
      const fullWidth = tree.sections.reduce((sum, section) => sum + fullWidthOf(section), 0)
      if (points < fullWidth) return
      for (const { fact, offset } of marks) {
        report({
          at: { start: fact.start + offset, end: fact.end + offset },
          message: message('全文大多用半角标点，应当统一为全角（GB/T 15834—2011 5.1）。'),
          fixes: [
            safeFix(
              message('改用全角标点'),
              ...fact.edits.map(({ span, text }) => ({ span: shift(span, offset), text })),
            ),
          ],
        })
      }
    },
  },
})

const marksOf = sectionFacts((section: Section): readonly HalfWidth[] =>
  textLines(section).flatMap(({ text, at }) =>
    halfWidthMarks(text).map((mark) => ({
      ...mark,
      start: mark.start + at.span.start,
      end: mark.end + at.span.start,
      edits: mark.edits.map(({ span, text }) => ({ span: shift(span, at.span.start), text })),
    })),
  ),
)

const fullWidthOf = sectionFacts((section: Section): number => {
  let count = 0
  for (const { text } of textLines(section)) {
    for (let at = 0; at < text.length; at++) if (isFullWidth[text.charCodeAt(at)] === 1) count++
  }
  return count
})
