import type { Section } from '../../../syntax/tree.ts'
import type { Edit } from '../../../text/edit.ts'
import { matchesOf } from '../../../text/matches.ts'
import { message } from '../../../text/message.ts'
import { shift } from '../../../text/span.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import { suggestion } from '../../fixes.ts'

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
  '(': '（',
  ')': '）',
}
/** A mark beside Chinese; a decimal, a time, an address and an ordinal are none. */
const HALF =
  /(?<=[\p{Script=Han}”》）)])[,;:?!](?![A-Za-z0-9/])|(?<=[\p{Script=Han}”》）)])[.](?=$|\p{Script=Han})|(?<=[0-9A-Za-z%])[,;](?=\p{Script=Han})|\((?=[^()]{0,60}\p{Script=Han}[^()]{0,60}\))|(?<=\p{Script=Han}[0-9A-Za-z%”》]{0,4})\)/gu
/** Looked for first: 1. and 3.5, which many lines contain, are never such marks. */
const ANY = /[,;:?!()]|[^0-9A-Za-z]\./
const isFullWidth = new Uint8Array(0x10000)
for (const mark of '，。；：？！') isFullWidth[mark.charCodeAt(0)] = 1
/** 一. numbers a heading. */
const ORDINAL = /^\s{0,4}[（(]?[一二三四五六七八九十0-9]{1,4}[)）]?$/
/** Fewer are mended one by one. */
const MANY = 20

/** 全文大多是半角标点的，一次统一。 */
export default rule({
  id: 'punc-halfwidth-document',
  name: '全文统一为全角标点',
  group: '标点',
  clause: 'GB/T 15834—2011 5.1',
  strength: '规定',
  severity: 'info',
  fix: 'suggestion',
  scope: 'document',
  due: 'always',
  examples: [
    {
      bad: '甲,乙,丙,丁,甲,乙,丙,丁,甲,乙,丙,丁,甲,乙,丙,丁,甲,乙,丙,丁,完成30%,共3.5万元.\n',
      good: '甲，乙，丙，丁，甲，乙，丙，丁，甲，乙，丙，丁，甲，乙，丙，丁，甲，乙，丙，丁，完成30%，共3.5万元。\n',
      reports: 1,
    },
    { quiet: '甲,乙,丙，丁。\n' },
    { quiet: '一是甲,二是乙,三是丙，四是丁，五是戊。\n' },
    { quiet: '会议于10:30开始,网址为https://example.cn/a,b。\n' },
  ],
  visit: {
    document({ tree }, { report }) {
      const edits = factsOf(tree, editsOf).map(({ fact, offset }) => ({ ...fact, span: shift(fact.span, offset) }))
      const [first] = edits
      if (!first || edits.length <= MANY) return
      const fullWidth = tree.sections.reduce((sum, section) => sum + fullWidthOf(section), 0)
      if (edits.length < fullWidth) return
      report({
        at: first.span,
        message: message('全文大多用半角标点（{0}处），可以一次统一为全角（GB/T 15834—2011 5.1）。', edits.length),
        fixes: [suggestion(message('全文标点统一为全角'), ...edits)],
      })
    },
  },
})

const editsOf = sectionFacts((section: Section): readonly Edit[] => {
  const edits: Edit[] = []
  for (const { text, at } of textLines(section)) {
    if (!ANY.test(text)) continue
    for (const match of matchesOf(HALF, text)) {
      if (match[0] === '.' && ORDINAL.test(text.slice(0, match.index).slice(0, 12))) continue
      const start = at.span.start + match.index
      edits.push({ span: { start, end: start + 1 }, text: FULL[match[0]] as string })
    }
  }
  return edits
})

const fullWidthOf = sectionFacts((section: Section): number => {
  let count = 0
  for (const { text } of textLines(section)) {
    for (let at = 0; at < text.length; at++) if (isFullWidth[text.charCodeAt(at)] === 1) count++
  }
  return count
})
