import type { Section, SyntaxTree } from '../../../syntax/tree.ts'
import { message } from '../../../text/message.ts'
import { type Span, shift } from '../../../text/span.ts'
import { rule } from '../../define.ts'
import { factsOf, sectionFacts } from '../../engine/sectionFacts.ts'
import { textLines } from '../../engine/textLines.ts'
import type { TextLine } from '../../targets.ts'

interface Mark {
  readonly mark: string
  readonly opens: boolean
  readonly span: Span
  /** Stands in the last line of its section. */
  readonly lastLine: boolean
}

/** A half-width bracket may pair with a full-width one: their width is another rule's matter. */
const PAIRS = ['（）', '()', '《》', '〔〕', '“”', '‘’', '〈〉', '【】'] as const
const PARTNER: Readonly<Record<string, string>> = Object.fromEntries(
  PAIRS.flatMap(
    ([opening, closing]) =>
      [
        [opening, closing],
        [closing, opening],
      ] as [string, string][],
  ),
)
const CLASSES: Readonly<Record<string, string>> = Object.fromEntries(
  PAIRS.flatMap((pair) => [...pair].map((mark) => [mark, pair === '（）' ? '()' : pair])),
)
const OPENS = new Set(PAIRS.map((pair) => pair[0] as string))
const isMark = new Uint8Array(0x10000)
for (const mark of Object.keys(CLASSES)) isMark[mark.charCodeAt(0)] = 1
const NONE: readonly Mark[] = []
/** A line with so many open marks is no sentence: the rest of it is not looked at. */
const MOST = 200
/** 1）、a) and ①） number an enumeration. */
const ENUMERATOR = /(?:^|[^\p{Script=Han}0-9A-Za-z])[0-9A-Za-z①-⑳一二三四五六七八九十]{1,3}$/u
/** Quotations may run over paragraphs; brackets at most over the lines of a title. In characters. */
const REACH: Readonly<Record<string, number>> = { '“”': Number.POSITIVE_INFINITY }
const NEAR = 80

/** 括号、书名号、引号成对。 */
export default rule({
  id: 'punc-paired',
  name: '标点成对',
  group: '标点',
  clause: 'GB/T 15834—2011 4.8.2、4.9.2、4.15.2',
  strength: '规定',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  due: 'always',
  examples: [
    { bad: '根据《某某市防汛办法第三条规定，请各单位做好准备。\n', reports: 1 },
    { bad: '各单位（含直属机构要落实责任。\n', reports: 1 },
    { bad: '推进“放管服改革，优化服务。\n', reports: 1 },
    { quiet: '根据《〈某某条例〉释义》（2026年版），推进“放管服”改革。\n' },
    { quiet: '将第三条修改为：“有下列情形之一的，予以处罚：\n“（一）焚烧秸秆；\n“（二）倾倒垃圾。”\n' },
    { quiet: '具体要求：1）按时报送；2）内容完整。\n' },
    { quiet: '# 某某市人民政府办公室关于印发《某某市\n# 工作方案》的通知\n' },
  ],
  visit: {
    document({ tree }, { report }) {
      const open = new Map<string, Mark[]>()
      const lost: Mark[] = []
      for (const { fact, offset, index } of factsOf(tree, unpaired)) {
        if (fact.mark === '“' && fact.lastLine && goesOn(tree, index)) continue
        const mark = { ...fact, span: shift(fact.span, offset) }
        const kind = CLASSES[mark.mark] as string
        const stack = open.get(kind) ?? []
        open.set(kind, stack)
        if (mark.opens) stack.push(mark)
        else if (stack.length > 0 && mark.span.start - (stack.at(-1) as Mark).span.end <= (REACH[kind] ?? NEAR))
          stack.pop()
        else lost.push(mark)
      }
      for (const { mark, span } of [...lost, ...[...open.values()].flat()]) {
        report({
          at: span,
          message: message(
            '“{0}”没有与它成对的“{1}”，请补上或者删去（GB/T 15834—2011 4.8、4.9、4.15）。',
            mark,
            PARTNER[mark] as string,
          ),
        })
      }
    },
  },
})

/** The marks of each line that find no partner in it. */
const unpaired = sectionFacts((section: Section): readonly Mark[] => {
  const lines = textLines(section)
  const lost: Mark[] = []
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    for (const mark of unpairedIn(line, next === undefined)) {
      if (mark.mark !== '“' || !next?.text.startsWith('“')) lost.push(mark)
    }
  }
  return lost
})

/** A quotation of several paragraphs opens each of them again and closes only the last. */
function goesOn(tree: SyntaxTree, index: number): boolean {
  const next = tree.sections.slice(index + 1).find((section) => textLines(section).length > 0)
  return next !== undefined && textLines(next)[0]?.text.startsWith('“') === true
}

function unpairedIn({ text, at }: TextLine, lastLine: boolean): readonly Mark[] {
  let marks: { readonly mark: string; readonly index: number }[] | undefined
  for (let index = 0; index < text.length; index++) {
    if (isMark[text.charCodeAt(index)] === 0) continue
    const mark = text[index] as string
    marks ??= []
    if (!OPENS.has(mark)) {
      const partner = partnerOf(mark, marks)
      if (partner >= 0) {
        marks.splice(partner, 1)
        continue
      }
      if (CLASSES[mark] === '()' && ENUMERATOR.test(text.slice(Math.max(0, index - 4), index))) continue
    }
    marks.push({ mark, index })
    if (marks.length > MOST) break
  }
  if (!marks || marks.length === 0) return NONE
  return marks.map(({ mark, index }) => {
    const start = at.span.start + index
    return { mark, opens: OPENS.has(mark), span: { start, end: start + 1 }, lastLine }
  })
}

/** The last mark that this one closes; -1 for none. */
function partnerOf(closing: string, marks: readonly { readonly mark: string }[]): number {
  const kind = CLASSES[closing]
  for (let index = marks.length - 1; index >= 0; index--) {
    const { mark } = marks[index] as { readonly mark: string }
    if (CLASSES[mark] === kind && OPENS.has(mark)) return index
  }
  return -1
}
