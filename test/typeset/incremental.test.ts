import assert from 'node:assert/strict'
import fc from 'fast-check'
import { buildDocument } from '../../server/src/model/build.ts'
import { EMPTY_PROFILE } from '../../server/src/profile/profile.ts'
import { parse } from '../../server/src/syntax/parse.ts'
import { reparse } from '../../server/src/syntax/reparse.ts'
import { type SyntaxTree, sourceText } from '../../server/src/syntax/tree.ts'
import { typeset } from '../../server/src/typeset/typeset.ts'
import { SQUARES } from './support.ts'

const documentOf = (tree: SyntaxTree) =>
  buildDocument({ uri: 'a.gw.md', version: 1, tree, profile: { ...EMPTY_PROFILE, layout: { duplex: false } } })

const HEAD = '---\n发文机关: 某某市人民政府\n成文日期: 2026年11月22日\n---\n\n# 关于某事的通知\n\n各单位：\n\n'
const SENTENCE = '各部门要按照“谁主管、谁负责”的原则，于2026年12月31日前完成《任务分工表》（见附件）所列事项。'

/** A document of some 60 pages. */
function longText(): string {
  const paragraphs = Array.from(
    { length: 400 },
    (_, index) => `（${index}）第${index}段。${SENTENCE.repeat(1 + (index % 3))}`,
  )
  return `${HEAD}${paragraphs.join('\n\n')}\n`
}

const line = fc.constantFrom(
  '一、总体要求',
  '（一）加强领导。各级要加强领导。',
  SENTENCE.repeat(4),
  '龘字没有字形。',
  'x'.repeat(80),
  '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |',
  '![图1](甲.png)',
  '::附件[清单]',
  '::印发[某某办法]',
  '::目录',
  ':::横排',
  ':::',
  '附件：1.清单',
)
const edit = fc.record({
  at: fc.nat(),
  remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
  text: fc.oneof(
    fc.constantFrom('字', '，', '1', '\n', '“', ''),
    line.map((each) => `\n\n${each}\n\n`),
  ),
})

describe('layout after edits', () => {
  it('is the layout that the text would have had afresh', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(edit, { maxLength: 5 }), (lines, edits) => {
        let tree = parse(`${HEAD}${lines.join('\n\n')}\n`)
        typeset(documentOf(tree), SQUARES)
        for (const { at, remove, text } of edits) {
          const length = sourceText(tree).length
          const start = at % (length + 1)
          tree = reparse(tree, { span: { start, end: Math.min(length, start + remove) }, text })
          const kept = typeset(documentOf(tree), SQUARES)
          // Other objects of the same, and a face set that was never asked: nothing of them is kept.
          const afresh = typeset(documentOf(structuredClone(tree)), { ...SQUARES })
          assert.deepEqual(kept.pages, afresh.pages)
          assert.deepEqual({ ...kept.facts, problems: told(kept) }, { ...afresh.facts, problems: told(afresh) })
          assert.deepEqual([kept.seals, kept.outline], [afresh.seals, afresh.outline])
        }
      }),
    )
  })

  it('lays only the page again that a character was typed on', () => {
    const tree = parse(longText())
    const before = typeset(documentOf(tree), SQUARES)
    // Pages of the section that was typed in are made anew, for the offsets in it have moved; the others are the same.
    const at = sourceText(tree).indexOf('（200）')
    const after = typeset(documentOf(reparse(tree, { span: { start: at + 6, end: at + 7 }, text: '一' })), SQUARES)
    assert.ok(before.pages.length > 50, String(before.pages.length))
    const redrawn = after.pages.filter(({ key }, index) => key !== before.pages[index]?.key)
    assert.equal(redrawn.length, 1)
    const remade = after.pages.filter(({ items }, index) => items !== before.pages[index]?.items)
    assert.ok(remade.length < 12, `${remade.length} pages`)
  })
})

/** What is told of a place more than once, as of a table that is tried in several sizes, counts once. */
function told({ facts }: ReturnType<typeof typeset>): readonly string[] {
  return [...new Set(facts.problems.map((problem) => JSON.stringify(problem)))].sort()
}
